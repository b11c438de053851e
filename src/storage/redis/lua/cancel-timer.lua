-- include: numbers, timers
-- Takes a timer away.
-- ARGV: 1 the id, 2 only if it is of this organisation, 3 only if it rings at this instant, if there is one
-- Result: the timer as it was | false
local timer = readTimer(ARGV[1])
if not timer or timer[3] ~= ARGV[2] or (ARGV[3] and timer[5] ~= ARGV[3]) then return false end
removeTimer(ARGV[1])
return timer
