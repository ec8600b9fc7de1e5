-- For each IAM user with a console password and keys made together with it: the commands that deactivate those keys.
select
  r.user_arn as resource,
  'Deactivate ' || k.access_key_id || ', which was made together with the user.' as step,
  jsonb_build_array(
    'aws', 'iam', 'update-access-key', '--access-key-id', k.access_key_id, '--status', 'Inactive', '--user-name=' || r.user_name
  ) as command,
  r.account_id
from
  aws_iam_credential_report as r
  join aws_iam_access_key as k
    on k.user_name = r.user_name
    and k.account_id = r.account_id
    and k.sp_connection_name = r.sp_connection_name
where
  r.user_name <> '<root_account>'
  and r.password_enabled
  and k.create_date - r.user_creation_time < interval '10 seconds'
order by
  r.account_id,
  r.user_arn,
  k.access_key_id;
