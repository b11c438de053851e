-- include: records, transfers
-- What a transfer has in hand here it has no more.
-- ARGV: 1 whose it is: the transfer's id and its partition
unlock(ARGV[1])
return 1
