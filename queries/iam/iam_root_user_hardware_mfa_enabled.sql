-- One row per account: ok if the root user has a second factor and none of its devices is virtual.
with virtual_device_of_root as (
  select distinct
    sp_connection_name,
    account_id
  from
    aws_iam_virtual_mfa_device
  where
    "user" ->> 'Arn' = 'arn:' || partition || ':iam::' || account_id || ':root'
)
select
  'arn:' || s.partition || ':::' || s.account_id as resource,
  case
    when s.account_mfa_enabled and d.account_id is null then 'ok'
    else 'alarm'
  end as status,
  case
    when not s.account_mfa_enabled then 'MFA is not enabled for the root user of account ' || s.account_id || '.'
    when d.account_id is not null then 'The root user of account ' || s.account_id || ' has a virtual MFA device.'
    else 'The root user of account ' || s.account_id || ' has hardware MFA.'
  end as reason,
  s.account_id
from
  aws_iam_account_summary as s
  left join virtual_device_of_root as d
    on d.account_id = s.account_id
    and d.sp_connection_name = s.sp_connection_name
order by
  s.account_id;
