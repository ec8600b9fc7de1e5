-- For each IAM user, group and role with AWSCloudShellFullAccess: the command that detaches it.
with principal as (
  select 'user' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_user
  union all
  select 'group' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_group
  union all
  select 'role' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_role
)
select
  arn as resource,
  'Detach AWSCloudShellFullAccess from the ' || kind || ' ' || name || '.' as step,
  jsonb_build_array(
    'aws', 'iam', 'detach-' || kind || '-policy', '--' || kind || '-name=' || name,
    '--policy-arn', 'arn:' || partition || ':iam::aws:policy/AWSCloudShellFullAccess'
  ) as command,
  account_id
from
  principal
where
  attached_policy_arns ? ('arn:' || partition || ':iam::aws:policy/AWSCloudShellFullAccess')
order by
  account_id,
  arn;
