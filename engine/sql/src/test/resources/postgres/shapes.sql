select arn as resource, case when mfa_enabled then 'ok' else 'alarm' end as status, case when mfa_enabled then title || ' uses MFA.' else title || ' lacks MFA.' end as reason, region, account_id from aws_iam_user;
select distinct on (user_name) user_name, access_key_id, create_date from aws_iam_access_key order by user_name, create_date desc, access_key_id;
select 'Users' as label, count(*) as value, 'info' as type from aws_iam_user;
select 'Without MFA' as label, count(*) as value, case count(*) when 0 then 'ok' else 'alert' end as type from aws_iam_user where not mfa_enabled;
select count(*) as value, case when count(*) > 5 then 'alert' else 'ok' end as "type", 'Wide Policies' as "label" from aws_iam_policy where policy_std::text like '%"*"%';
with sums as (select case when mfa_enabled then 'enabled' else 'disabled' end as state from aws_iam_user) select state, count(*) from sums group by state;
select account_id as "Account", count(*)::numeric as "Users" from aws_iam_user group by account_id order by account_id;
select a.title as "Account", count(u.*) as "Total" from aws_iam_user as u, aws_account as a where a.account_id = u.account_id group by a.title order by count(u.*) desc, a.title;
-- parameters: arn:aws:iam::123456789012:user/ann
select name as "Name", arn as "ARN", create_date as "Created" from aws_iam_user where arn = $1;
-- parameters: arn:aws:iam::123456789012:user/ann
select 'MFA' as label, case when mfa_enabled then 'Enabled' else 'Disabled' end as value, case when mfa_enabled then 'ok' else 'alert' end as type from aws_iam_user where arn = $1;
-- parameters: arn:aws:iam::123456789012:user/ann
select jsonb_array_elements(tags_src) ->> 'Key' as "Key", jsonb_array_elements(tags_src) ->> 'Value' as "Value" from aws_iam_user where arn = $1 order by 1, 2;
with wanted as (select arn, value = 'ann' as fits from (select arn, tags ->> 'Owner' as value from aws_iam_user) as x) select arn, case when fits then 'ok' when fits is null then 'skip' else 'alarm' end as status from wanted;
select instance_id as resource, case when metadata_options ->> 'HttpTokens' = 'optional' then 'alarm' else 'ok' end as status, title || ' IMDSv2 ' || coalesce(metadata_options ->> 'HttpTokens', 'unknown') as reason from aws_ec2_instance;
select i.arn as resource, case when iam_instance_profile_id is null then 'alarm' else 'ok' end as status, i.title as reason from aws_ec2_instance as i;
select r.name as resource, case when a.arn is not null then 'ok' else 'alarm' end as status, r.name || ' is ' || coalesce(a.status, 'off') as reason from aws_region as r left join aws_accessanalyzer_analyzer as a on r.account_id = a.account_id and r.region = a.region;
select user_arn, (extract(epoch from (access_key_1_last_rotated - user_creation_time)) < 10) as at_setup from aws_iam_credential_report;
select group_by.account_id, group_by.n from (select account_id, count(*) as n from aws_iam_user group by account_id) as group_by;
select u.name, coalesce(k.n, 0) as keys from aws_iam_user as u left join (select user_name, count(*) as n from aws_iam_access_key group by user_name) as k on k.user_name = u.name;
select name, arn from aws_iam_user where name in (select user_name from aws_iam_access_key where status = 'Active') and not mfa_enabled;
select a.arn, coalesce(f.n, 0) from aws_accessanalyzer_analyzer as a left join (select access_analyzer_arn, count(*) as n from aws_accessanalyzer_finding group by 1) as f on f.access_analyzer_arn = a.arn;
select account_id as resource, case when count(*) filter (where status = 'ACTIVE') > 0 then 'ok' else 'alarm' end as status, count(*) || ' analyzers' as reason from aws_accessanalyzer_analyzer group by account_id;
select serial_number, "user" ->> 'UserName' as user_name, case when assignment_status = 'Assigned' then 'ok' else 'alarm' end as status from aws_iam_virtual_mfa_device;
select 'arn:' || a.partition || ':::' || a.account_id as resource, case when c.name is not null then 'ok' else 'alarm' end as status, a.title || ' contact ' || coalesce(c.name, 'missing') as reason from aws_account as a left join aws_account_alternate_contact as c on c.account_id = a.account_id and c.contact_type = 'SECURITY';
select 'arn:' || a.partition || ':::' || a.account_id as resource, case when minimum_password_length >= 14 and require_symbols = 'true' and max_password_age <= 90 then 'ok' else 'alarm' end as status, concat_ws(', ', case when minimum_password_length < 14 then 'length ' || minimum_password_length end, case when not require_symbols then 'no symbols' end, case when max_password_age > 90 then 'age ' || max_password_age end) as reason from aws_account as a left join aws_iam_account_password_policy as p on p.account_id = a.account_id;
select account_id, users, groups, roles, users_quota, round(100.0 * users / nullif(users_quota, 0), 1) as used from aws_iam_account_summary where users between 0 and 1000 and users_quota between 0 and 100000;
with ages as (select name, create_date, date_part('day', timestamptz '2024-06-10 00:00+00' - create_date) as days from aws_iam_user) select case when days between 0 and 30 then '0-30' when days between symmetric 90 and 31 then '31-90' else 'older' end as bucket, count(*) from ages group by bucket order by bucket;
select count(*) filter (where create_date > timestamptz '2024-06-10' - '1 days'::interval) as day, count(*) filter (where create_date between symmetric timestamptz '2024-06-10' - '30 days'::interval and timestamptz '2024-06-10' - '1 day'::interval) as month, count(*) filter (where create_date <= timestamptz '2024-06-10' - '1 year'::interval) as older from aws_iam_user;
select arn, case when lower(policy_std::text) like any (array['%iam:*%', '%kms:%']) then 'alarm' else 'ok' end from aws_iam_policy;
