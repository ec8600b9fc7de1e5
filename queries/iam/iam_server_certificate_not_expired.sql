-- One row per server certificate: alarm once its time is over.
select
  arn as resource,
  case
    when expiration < now() then 'alarm'
    else 'ok'
  end as status,
  case
    when expiration < now() then name || ' expired at ' || to_char(expiration at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC.'
    else name || ' is valid until ' || to_char(expiration at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC.'
  end as reason,
  account_id
from
  aws_iam_server_certificate
order by
  account_id,
  arn;
