-- One row per account: ok if some role carries the AWS managed policy AWSSupportAccess.
with support_role as (
  select
    sp_connection_name,
    account_id,
    count(*) as roles
  from
    aws_iam_role
  where
    attached_policy_arns ? ('arn:' || partition || ':iam::aws:policy/AWSSupportAccess')
  group by
    sp_connection_name,
    account_id
)
select
  a.arn as resource,
  case
    when r.roles is not null then 'ok'
    else 'alarm'
  end as status,
  case
    when r.roles is null then 'No role of account ' || a.account_id || ' has the policy AWSSupportAccess.'
    else 'Roles of account ' || a.account_id || ' with the policy AWSSupportAccess: ' || r.roles || '.'
  end as reason,
  a.account_id
from
  aws_account as a
  left join support_role as r
    on r.account_id = a.account_id
    and r.sp_connection_name = a.sp_connection_name
order by
  a.account_id;
