-- One row per IAM user: alarm if it has a console password and no second factor. Root is the subject of another query.
select
  user_arn as resource,
  case
    when password_enabled and not mfa_active then 'alarm'
    else 'ok'
  end as status,
  case
    when not password_enabled then user_name || ' has no console password.'
    when mfa_active then user_name || ' has a console password and MFA.'
    else user_name || ' has a console password but no MFA.'
  end as reason,
  account_id
from
  aws_iam_credential_report
where
  user_name <> '<root_account>'
order by
  account_id,
  user_arn;
