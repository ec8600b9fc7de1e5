-- One row per attached managed policy: alarm if a statement of it allows every action on every resource.
with attached_policy as (
  select
    arn,
    name,
    account_id,
    policy_std,
    exists (
      select
      from
        jsonb_array_elements(policy_std -> 'Statement') as s
      where
        s ->> 'Effect' = 'Allow'
        and s -> 'Resource' ? '*'
        and s -> 'Action' ?| array['*', '*:*']
    ) as allows_everything
  from
    aws_iam_policy
  where
    is_attached
)
select
  arn as resource,
  case
    when policy_std is null then 'error'
    when allows_everything then 'alarm'
    else 'ok'
  end as status,
  case
    when policy_std is null then 'The document of ' || name || ' could not be read.'
    when allows_everything then name || ' allows every action on every resource.'
    else name || ' does not allow every action on every resource.'
  end as reason,
  account_id
from
  attached_policy
order by
  account_id,
  arn;
