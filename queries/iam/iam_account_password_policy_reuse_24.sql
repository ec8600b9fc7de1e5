-- One row per account: ok if a password policy remembers the last 24 passwords, which is the most that IAM can.
select
  a.arn as resource,
  case
    when p.password_reuse_prevention >= 24 then 'ok'
    else 'alarm'
  end as status,
  case
    when p.account_id is null then 'Account ' || a.account_id || ' has no password policy.'
    when p.password_reuse_prevention is null then 'Account ' || a.account_id || ' does not keep passwords from being used again.'
    else 'Account ' || a.account_id || ' keeps the last ' || p.password_reuse_prevention || ' passwords from being used again.'
  end as reason,
  a.account_id
from
  aws_account as a
  left join aws_iam_account_password_policy as p
    on p.account_id = a.account_id
    and p.sp_connection_name = a.sp_connection_name
order by
  a.account_id;
