-- The platform took a request: what comes now is not the next refusal in a row.
-- KEYS  restraints of the whole and the part
for _, key in ipairs(KEYS) do
  if redis.call('HEXISTS', key, 'row') == 1 then redis.call('HSET', key, 'row', 0) end
end
