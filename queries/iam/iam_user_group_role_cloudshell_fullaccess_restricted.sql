-- One row per IAM user, group and role: alarm if the AWS managed policy AWSCloudShellFullAccess is attached to it.
with principal as (
  select 'User' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_user
  union all
  select 'Group' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_group
  union all
  select 'Role' as kind, arn, name, partition, account_id, attached_policy_arns from aws_iam_role
)
select
  arn as resource,
  case
    when attached_policy_arns ? ('arn:' || partition || ':iam::aws:policy/AWSCloudShellFullAccess') then 'alarm'
    else 'ok'
  end as status,
  case
    when attached_policy_arns ? ('arn:' || partition || ':iam::aws:policy/AWSCloudShellFullAccess')
      then kind || ' ' || name || ' has the policy AWSCloudShellFullAccess.'
    else kind || ' ' || name || ' does not have the policy AWSCloudShellFullAccess.'
  end as reason,
  account_id
from
  principal
order by
  account_id,
  arn;
