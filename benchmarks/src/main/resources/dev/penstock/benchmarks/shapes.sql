-- users without a second factor
select arn as resource,
  case when not password_enabled then 'skip' when mfa_active then 'ok' else 'alarm' end as status,
  case when not password_enabled then user_name || ' has no password.' when mfa_active then user_name || ' uses MFA.' else user_name || ' signs in without MFA.' end as reason,
  account_id
from (select r.user_arn as arn, r.* from aws_iam_credential_report as r) as report;

-- statements of policies that allow everything
with open_statements as (
  select p.arn, count(*) as statements
  from aws_iam_policy as p,
    jsonb_array_elements(p.policy_std -> 'Statement') as s,
    jsonb_array_elements_text(s -> 'Action') as action,
    jsonb_array_elements_text(s -> 'Resource') as target
  where not p.is_aws_managed and s ->> 'Effect' = 'Allow' and action in ('*', '*:*') and target = '*'
  group by p.arn
)
select p.arn as resource, case when o.arn is null then 'ok' else 'alarm' end as status,
  p.name || ' has ' || coalesce(o.statements, 0) || ' statements that allow everything.' as reason,
  p.account_id
from aws_iam_policy as p left join open_statements as o on o.arn = p.arn
where not p.is_aws_managed;

-- keys that are too old
select k.access_key_id as resource,
  case when k.status <> 'Active' then 'skip' when k.create_date <= current_date - interval '90 days' then 'alarm' else 'ok' end as status,
  k.user_name || ' has a key made ' || to_char(k.create_date, 'DD-Mon-YYYY') || ' (' || extract(day from current_timestamp - k.create_date) || ' days).' as reason,
  k.account_id, u.tags ->> 'Owner' as owner
from aws_iam_access_key as k join aws_iam_user as u on u.name = k.user_name and u.account_id = k.account_id;

-- roles that anybody may assume
with principals as (
  select r.arn, r.name, r.account_id, principal
  from aws_iam_role as r,
    jsonb_array_elements(r.assume_role_policy_std -> 'Statement') as s,
    jsonb_array_elements_text(s -> 'Principal' -> 'AWS') as principal
  where s ->> 'Effect' = 'Allow'
), foreign_accounts as (
  select arn, string_agg(distinct split_part(principal, ':', 5), ', ') as accounts
  from principals where split_part(principal, ':', 5) <> account_id group by arn
)
select r.arn as resource, case when f.arn is null then 'ok' when f.accounts = '' then 'alarm' else 'info' end as status,
  r.title || case when f.arn is null then ' stays at home.' else ' trusts ' || f.accounts || '.' end as reason, r.account_id
from aws_iam_role as r left join foreign_accounts as f on f.arn = r.arn;

-- unused passwords and keys
with used as (
  select user_name, greatest(password_last_used, access_key_1_last_used_date, access_key_2_last_used_date) as last, account_id, user_arn, password_enabled,
    access_key_1_active or access_key_2_active as has_key
  from aws_iam_credential_report
)
select user_arn as resource,
  case when user_name = '<root_account>' then 'info' when not password_enabled and not has_key then 'skip'
    when last is null or last < now() - '45 days'::interval then 'alarm' else 'ok' end as status,
  user_name || case when last is null then ' never signed in.' else ' was last seen ' || to_char(last, 'YYYY-MM-DD') || '.' end as reason, account_id
from used where user_name like any (array['%user%', '%root%', '%']) order by 1;

-- groups without members and policies of users
select g.arn as resource, case when g.users is null or jsonb_array_length(g.users) = 0 then 'alarm' else 'ok' end as status,
  g.title || ' has ' || coalesce(jsonb_array_length(g.users), 0) || ' members.' as reason, g.account_id
from aws_iam_group as g
union all
select u.arn, case when u.inline_policies is null and u.attached_policy_arns is null then 'ok' else 'alarm' end,
  u.title || ' has ' || (coalesce(jsonb_array_length(u.inline_policies), 0) + coalesce(jsonb_array_length(u.attached_policy_arns), 0)) || ' policies.', u.account_id
from aws_iam_user as u;

-- the account's own settings
select 'arn:' || a.partition || ':::' || a.account_id as resource,
  case when p.minimum_password_length >= 14 and p.require_symbols and p.require_numbers and s.account_mfa_enabled then 'ok' else 'alarm' end as status,
  case when p.minimum_password_length is null then 'No password policy.' when s.account_mfa_enabled then 'Root uses MFA.' else 'Root signs in without MFA.' end as reason, a.account_id
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id
  left join aws_iam_account_summary as s on s.account_id = a.account_id;
