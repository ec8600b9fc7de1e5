-- One row per instance: alarm if it has no instance profile, through which programs on it would get a role.
select
  arn as resource,
  case
    when instance_state in ('shutting-down', 'terminated') then 'skip'
    when iam_instance_profile_arn is null then 'alarm'
    else 'ok'
  end as status,
  case
    when instance_state in ('shutting-down', 'terminated') then instance_id || ' is ' || instance_state || '.'
    when iam_instance_profile_arn is null then instance_id || ' has no instance profile.'
    else instance_id || ' has the instance profile ' || iam_instance_profile_arn || '.'
  end as reason,
  account_id,
  region
from
  aws_ec2_instance
order by
  account_id,
  region,
  instance_id;
