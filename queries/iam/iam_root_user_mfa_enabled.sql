-- One row per account: ok if the root user signs in with a second factor.
select
  'arn:' || partition || ':::' || account_id as resource,
  case
    when account_mfa_enabled then 'ok'
    else 'alarm'
  end as status,
  case
    when account_mfa_enabled then 'MFA is enabled for the root user of account ' || account_id || '.'
    else 'MFA is not enabled for the root user of account ' || account_id || '.'
  end as reason,
  account_id
from
  aws_iam_account_summary
order by
  account_id;
