-- One row per IAM user: alarm if a policy is attached to it or stands in it, instead of in a group.
select
  arn as resource,
  case
    when inline_policies is not null or attached_policy_arns is not null then 'alarm'
    else 'ok'
  end as status,
  name || ' has ' || coalesce(jsonb_array_length(inline_policies), 0) || ' inline and '
    || coalesce(jsonb_array_length(attached_policy_arns), 0) || ' attached policies of its own.' as reason,
  account_id
from
  aws_iam_user
order by
  account_id,
  arn;
