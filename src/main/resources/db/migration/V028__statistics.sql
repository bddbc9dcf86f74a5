-- What autovacuum analyses each time a tenth of a table has changed: not the texts, which no condition compares, and not the words of
-- all sampled texts, which took more than half of the time. /find does not need their frequency.
alter index support_messages_words alter column 1 set statistics 0;
alter index conversation_notes_words alter column 1 set statistics 0;
alter table support_messages
  alter column text set statistics 0, alter column quote set statistics 0, alter column entities set statistics 0,
  alter column subject set statistics 0, alter column delivery_failure set statistics 0;
alter table deliveries
  alter column text set statistics 0, alter column entities set statistics 0, alter column files set statistics 0,
  alter column reply_markup set statistics 0, alter column failure set statistics 0, alter column traceparent set statistics 0;
