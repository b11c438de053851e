-- include: numbers, deliveries
-- ARGV: 1 the id of a delivery
-- Result: the delivery | false
return readDelivery(ARGV[1])
