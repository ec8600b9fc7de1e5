-- For each attached managed policy that allows everything: the commands that detach it from users, groups and roles.
with allows_everything as (
  select
    arn,
    account_id,
    sp_connection_name
  from
    aws_iam_policy
  where
    is_attached
    and exists (
      select
      from
        jsonb_array_elements(policy_std -> 'Statement') as s
      where
        s ->> 'Effect' = 'Allow'
        and s -> 'Resource' ? '*'
        and s -> 'Action' ?| array['*', '*:*']
    )
),
principal as (
  select 'user' as kind, name, account_id, sp_connection_name, attached_policy_arns from aws_iam_user
  union all
  select 'group' as kind, name, account_id, sp_connection_name, attached_policy_arns from aws_iam_group
  union all
  select 'role' as kind, name, account_id, sp_connection_name, attached_policy_arns from aws_iam_role
)
select
  p.arn as resource,
  'Detach it from the ' || h.kind || ' ' || h.name || ', after giving it what it needs.' as step,
  jsonb_build_array('aws', 'iam', 'detach-' || h.kind || '-policy', '--' || h.kind || '-name=' || h.name, '--policy-arn', p.arn) as command,
  p.account_id
from
  allows_everything as p
  join principal as h
    on h.account_id = p.account_id
    and h.sp_connection_name = p.sp_connection_name
    and h.attached_policy_arns ? p.arn
order by
  p.account_id,
  p.arn,
  h.kind,
  h.name;
