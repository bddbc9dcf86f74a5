-- The trace that a delivery belongs to, as the W3C's traceparent header writes it; only while traces are switched on.
alter table deliveries add column traceparent text;
