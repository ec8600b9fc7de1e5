-- One row per account: alarm if the root user has access keys.
select
  'arn:' || partition || ':::' || account_id as resource,
  case
    when account_access_keys_present > 0 then 'alarm'
    else 'ok'
  end as status,
  case
    when account_access_keys_present > 0 then 'The root user of account ' || account_id || ' has an access key.'
    else 'The root user of account ' || account_id || ' has no access key.'
  end as reason,
  account_id
from
  aws_iam_account_summary
order by
  account_id;
