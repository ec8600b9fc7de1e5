-- For each IAM user with a console password and keys made together with it: the commands that deactivate and then delete
-- those keys. An inactive key is one still.
select
  r.user_arn as resource,
  s.step,
  s.command,
  r.account_id
from
  aws_iam_credential_report as r
  join aws_iam_access_key as k
    on k.user_name = r.user_name
    and k.account_id = r.account_id
    and k.sp_connection_name = r.sp_connection_name,
  lateral (
    values
      (1, 'Deactivate ' || k.access_key_id || ', which was made together with the user.', jsonb_build_array('aws', 'iam', 'update-access-key', '--access-key-id', k.access_key_id, '--status', 'Inactive', '--user-name=' || r.user_name)),
      (2, 'Delete ' || k.access_key_id || ', after nothing has broken for a while.', jsonb_build_array('aws', 'iam', 'delete-access-key', '--access-key-id', k.access_key_id, '--user-name=' || r.user_name))
  ) as s (number, step, command)
where
  r.user_name <> '<root_account>'
  and r.password_enabled
  and k.create_date - r.user_creation_time < interval '10 seconds'
order by
  r.account_id,
  r.user_arn,
  k.access_key_id,
  s.number;
