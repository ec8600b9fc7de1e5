-- For each IAM user with policies of its own: the commands that take them away, once its groups give what it needs.
with own_policy as (
  select
    u.arn,
    u.account_id,
    u.name,
    p.arn_of_policy as policy,
    'Detach ' || p.arn_of_policy || ', once a group gives ' || u.name || ' what it needs.' as step,
    jsonb_build_array('aws', 'iam', 'detach-user-policy', '--user-name=' || u.name, '--policy-arn', p.arn_of_policy) as command
  from
    aws_iam_user as u,
    jsonb_array_elements_text(u.attached_policy_arns) as p (arn_of_policy)
  union all
  select
    u.arn,
    u.account_id,
    u.name,
    p.inline ->> 'PolicyName' as policy,
    'Delete the inline policy ' || (p.inline ->> 'PolicyName') || ', once a group gives ' || u.name || ' what it needs.' as step,
    jsonb_build_array('aws', 'iam', 'delete-user-policy', '--user-name=' || u.name, '--policy-name=' || (p.inline ->> 'PolicyName')) as command
  from
    aws_iam_user as u,
    jsonb_array_elements(u.inline_policies) as p (inline)
)
select
  arn as resource,
  step,
  command,
  account_id
from
  own_policy
order by
  account_id,
  arn,
  policy;
