-- One row per account: ok if a password policy demands at least 14 characters.
select
  a.arn as resource,
  case
    when p.minimum_password_length >= 14 then 'ok'
    else 'alarm'
  end as status,
  case
    when p.account_id is null then 'Account ' || a.account_id || ' has no password policy.'
    else 'Account ' || a.account_id || ' demands passwords of at least ' || p.minimum_password_length || ' characters.'
  end as reason,
  a.account_id
from
  aws_account as a
  left join aws_iam_account_password_policy as p
    on p.account_id = a.account_id
    and p.sp_connection_name = a.sp_connection_name
order by
  a.account_id;
