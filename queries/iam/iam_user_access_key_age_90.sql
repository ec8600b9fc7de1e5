-- One row per access key: alarm if it is active and older than 90 days.
select
  'arn:' || partition || ':iam::' || account_id || ':user/' || user_name || '/accesskey/' || access_key_id as resource,
  case
    when status <> 'Active' then 'skip'
    when now() - create_date > interval '90 days' then 'alarm'
    else 'ok'
  end as status,
  case
    when status <> 'Active' then 'Key ' || access_key_id || ' of ' || user_name || ' is not active.'
    else 'Key ' || access_key_id || ' of ' || user_name || ' is ' || extract(day from now() - create_date) || ' days old.'
  end as reason,
  account_id
from
  aws_iam_access_key
order by
  account_id,
  user_name,
  access_key_id;
