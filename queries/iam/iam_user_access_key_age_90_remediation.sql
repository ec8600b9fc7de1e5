-- For each active access key older than 90 days: a new key, then the end of the old one.
with old_key as (
  select
    'arn:' || partition || ':iam::' || account_id || ':user/' || user_name || '/accesskey/' || access_key_id as resource,
    account_id,
    user_name,
    access_key_id
  from
    aws_iam_access_key
  where
    status = 'Active'
    and now() - create_date > interval '90 days'
)
select
  k.resource,
  s.step,
  s.command,
  k.account_id
from
  old_key as k,
  lateral (
    values
      (1, 'See which keys there are: a user can hold two.', jsonb_build_array('aws', 'iam', 'list-access-keys', '--user-name=' || user_name)),
      (2, 'Make the new key and give it to the program.', jsonb_build_array('aws', 'iam', 'create-access-key', '--user-name=' || user_name)),
      (3, 'See that the old key is used no more.', jsonb_build_array('aws', 'iam', 'get-access-key-last-used', '--access-key-id', access_key_id)),
      (4, 'Deactivate the old key.', jsonb_build_array('aws', 'iam', 'update-access-key', '--access-key-id', access_key_id, '--status', 'Inactive', '--user-name=' || user_name))
  ) as s (number, step, command)
order by
  k.account_id,
  k.resource,
  s.number;
