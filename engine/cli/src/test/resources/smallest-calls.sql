-- The smallest set of calls for statements of the shapes that IAM controls of the field have: their tables, columns, keys
-- and joins. Each statement has a name, its calls, and whether the account is asked how much it holds to choose them.
-- users, roles, policies, groups, regions: how many there are; awsmanaged: AWS managed policies; pages(n): pages of 1,000.
-- Who is calling (sts:GetCallerIdentity) is asked at most once and not listed. A credential report that is not there yet takes
-- one GenerateCredentialReport more and one GetCredentialReport that finds none. That a policy which a join asks for is one
-- that is attached, and so known to the bulk answer, is not known before: unattached ones of AWS are read as well.

-- iam_account_password_policy_strong_min_reuse_24
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.max_password_age, p.password_reuse_prevention, p.require_lowercase_characters, p.require_uppercase_characters, p.require_numbers, p.require_symbols
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_group_not_empty
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, users is null as is_empty from aws_iam_group;

-- iam_policy_no_star_star
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? '*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_root_user_no_access_keys
-- calls: iam:GetAccountSummary 1
select account_id, account_access_keys_present > 0 as has_keys from aws_iam_account_summary;

-- iam_root_user_hardware_mfa_enabled
-- calls: iam:GetAccountSummary 1, iam:ListVirtualMFADevices 1
select s.account_id, s.account_mfa_enabled, d.serial_number
from aws_iam_account_summary as s
  left join (select account_id, serial_number from aws_iam_virtual_mfa_device where "user" ->> 'Arn' like '%:root') as d
    on d.account_id = s.account_id;

-- iam_root_user_mfa_enabled
-- calls: iam:GetAccountSummary 1
select account_id, account_mfa_enabled from aws_iam_account_summary;

-- iam_root_user_account_console_access_mfa_enabled
-- calls: iam:GetAccountSummary 1
select account_id, account_password_present and not account_mfa_enabled as bad from aws_iam_account_summary;

-- iam_user_access_key_age_90
-- calls: iam:ListUsers pages(users), iam:ListAccessKeys users
select user_name, access_key_id, status, account_id from aws_iam_access_key where create_date < now() - interval '90 days' or status is not null;

-- iam_user_console_access_mfa_enabled
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, mfa_active, password_enabled
from aws_iam_credential_report;

-- iam_user_mfa_enabled
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, mfa_active
from aws_iam_credential_report;

-- iam_user_no_inline_attached_policies
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, name, inline_policies is null and attached_policy_arns is null as fine from aws_iam_user;

-- iam_user_unused_credentials_90
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, access_key_1_active, access_key_1_last_rotated, access_key_1_last_used_date, access_key_2_active, access_key_2_last_rotated, access_key_2_last_used_date, password_enabled, password_last_changed, password_last_used
from aws_iam_credential_report;

-- iam_user_in_group
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, jsonb_array_length(groups) as member_of from aws_iam_user;

-- iam_group_user_role_no_inline_policies
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, inline_policies is null as without from aws_iam_user
union all
select arn, inline_policies is null as without from aws_iam_group
union all
select arn, inline_policies is null as without from aws_iam_role;

-- iam_support_role
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListAccountAliases 1
-- chosen with: iam:GetAccountSummary
select a.arn, a.title, a.account_id, count(r.arn) as roles
from aws_account as a
  left join (
    select arn, account_id from aws_iam_role, jsonb_array_elements_text(attached_policy_arns) as policy
    where policy like '%/AWSSupportAccess'
  ) as r on r.account_id = a.account_id
group by a.arn, a.title, a.account_id;

-- iam_account_password_policy_min_length_14
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_account_password_policy_reuse_24
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.password_reuse_prevention
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_account_password_policy_one_lowercase_letter
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.require_lowercase_characters
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_account_password_policy_one_uppercase_letter
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.require_uppercase_characters
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_account_password_policy_one_number
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.require_numbers
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_password_policy_expire_90
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.max_password_age
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_account_password_policy_one_symbol
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.require_symbols
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_all_policy_no_service_wild_card
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s ->> 'Action' like '%:*%') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_policy_custom_no_blocked_kms_actions
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ?| array['kms:decrypt', 'kms:reencryptfrom']) as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_policy_inline_no_blocked_kms_actions
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_user as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%kms:decrypt%'
union all
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_group as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%kms:decrypt%'
union all
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_role as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%kms:decrypt%';

-- iam_policy_custom_no_assume_role
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select user_id, arn, name, inline_policies::text like '%AssumeRole%' as assumes from aws_iam_user;

-- iam_user_hardware_mfa_enabled
-- calls: iam:ListUsers pages(users), iam:ListVirtualMFADevices pages(users / 2)
select u.user_id, u.arn, u.name, d.serial_number
from aws_iam_user as u
  left join aws_iam_virtual_mfa_device as d on d.user_id = u.user_id;

-- iam_user_with_administrator_access_mfa_enabled
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListVirtualMFADevices pages(users / 2), iam:ListMFADevices users / 2
-- chosen with: iam:GetAccountSummary
select user_id, arn, name, mfa_enabled, policy
from aws_iam_user
  left join lateral jsonb_array_elements_text(attached_policy_arns) as policy on policy like '%/AdministratorAccess';

-- iam_managed_policy_attached_to_role
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListPolicies pages(awsmanaged)
-- chosen with: iam:GetAccountSummary
select p.arn, count(r.arn) as roles
from (select arn from aws_iam_policy where is_aws_managed) as p
  left join (select arn, policy from aws_iam_role, jsonb_array_elements_text(attached_policy_arns) as policy) as r on r.policy = p.arn
group by p.arn;

-- iam_custom_managed_policy_attached_to_role
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, count(r.arn) as roles
from (select arn from aws_iam_policy where not is_aws_managed) as p
  left join (select arn, policy from aws_iam_role, jsonb_array_elements_text(attached_policy_arns) as policy) as r on r.policy = p.arn
group by p.arn;

-- iam_policy_unused
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListPolicies pages(policies + awsmanaged)
-- chosen with: iam:GetAccountSummary
with used as (
  select jsonb_array_elements_text(attached_policy_arns) as policy from aws_iam_user
  union select jsonb_array_elements_text(attached_policy_arns) from aws_iam_role
  union select jsonb_array_elements_text(attached_policy_arns) from aws_iam_group where jsonb_array_length(users) > 0
)
select p.arn, u.policy is null as unused
from aws_iam_policy as p
  left join used as u on u.policy = p.arn;

-- iam_custom_policy_unused
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
with used as (
  select jsonb_array_elements_text(attached_policy_arns) as policy from aws_iam_user
  union select jsonb_array_elements_text(attached_policy_arns) from aws_iam_role
  union select jsonb_array_elements_text(attached_policy_arns) from aws_iam_group where jsonb_array_length(users) > 0
)
select p.arn, u.policy is null as unused
from aws_iam_policy as p
  left join used as u on u.policy = p.arn
where not p.is_aws_managed;

-- iam_access_analyzer_enabled_without_findings
-- calls: ec2:DescribeRegions 1, access-analyzer:ListAnalyzers regions
select r.name, r.opt_in_status, a.arn, a.tags, f.resource
from aws_region as r
  left join aws_accessanalyzer_analyzer as a on a.region = r.name and a.account_id = r.account_id and a.status = 'ACTIVE'
  left join aws_accessanalyzer_finding as f on f.access_analyzer_arn = a.arn and f.status = 'ACTIVE';

-- iam_custom_policy_unattached_no_star_star
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? '*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed and not p.is_attached
group by p.arn, p.name;

-- iam_policy_no_full_access_to_cloudtrail
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? 'cloudtrail:*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_policy_no_full_access_to_kms
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? 'kms:*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_access_analyzer_enabled
-- calls: ec2:DescribeRegions 1, access-analyzer:ListAnalyzers regions
select r.name, r.opt_in_status, r.account_id, a.arn
from aws_region as r
  left join aws_accessanalyzer_analyzer as a on a.region = r.name and a.account_id = r.account_id and a.status = 'ACTIVE';

-- iam_account_password_policy_strong_min_length_8
-- calls: iam:GetAccountPasswordPolicy 1, iam:ListAccountAliases 1
select a.arn, a.title, a.account_id, p.minimum_password_length, p.require_lowercase_characters, p.require_uppercase_characters, p.require_numbers, p.require_symbols
from aws_account as a
  left join aws_iam_account_password_policy as p on p.account_id = a.account_id;

-- iam_policy_all_attached_no_star_star
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? '*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where p.is_attached
group by p.arn, p.name;

-- iam_policy_custom_attached_no_star_star
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? '*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed and p.is_attached
group by p.arn, p.name;

-- iam_root_last_used
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, password_last_used, access_key_1_last_used_date, access_key_2_last_used_date
from aws_iam_credential_report
where user_name = '<root_account>';

-- iam_server_certificate_not_expired
-- calls: iam:ListServerCertificates 1
select arn, name, expiration < now() as expired from aws_iam_server_certificate;

-- iam_user_access_keys_and_password_at_setup
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, user_creation_time, access_key_1_last_rotated, password_enabled
from aws_iam_credential_report;

-- iam_user_no_policies
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, name, attached_policy_arns is null as fine from aws_iam_user;

-- iam_user_one_active_key
-- calls: iam:ListUsers pages(users), iam:ListAccessKeys users, iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select u.arn, u.tags, u.account_id, count(k.access_key_id) as active
from aws_iam_user as u
  left join aws_iam_access_key as k on k.user_name = u.name and k.account_id = u.account_id
where k.status = 'Active' or k.status is null
group by u.arn, u.tags, u.account_id;

-- iam_user_unused_credentials_45
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, access_key_1_active, access_key_1_last_rotated, access_key_1_last_used_date, access_key_2_active, access_key_2_last_rotated, access_key_2_last_used_date, password_enabled, password_last_changed, password_last_used
from aws_iam_credential_report;

-- iam_role_unused_60
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, name, role_last_used_date < now() - interval '60 days' as unused from aws_iam_role;

-- iam_user_group_role_cloudshell_fullaccess_restricted
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, attached_policy_arns ? 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' as bad from aws_iam_user
union all
select arn, attached_policy_arns ? 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' as bad from aws_iam_role
union all
select arn, attached_policy_arns ? 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' as bad from aws_iam_group;

-- iam_role_cross_account_read_only_access_policy
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select r.arn, r.account_id, s ->> 'Principal' as who
from aws_iam_role as r, jsonb_array_elements(r.assume_role_policy_std -> 'Statement') as s
where r.attached_policy_arns ? 'arn:aws:iam::aws:policy/ReadOnlyAccess';

-- iam_security_audit_role
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListAccountAliases 1
-- chosen with: iam:GetAccountSummary
select a.arn, a.title, a.account_id, count(r.arn) as roles
from aws_account as a
  left join (
    select arn, account_id from aws_iam_role, jsonb_array_elements_text(attached_policy_arns) as policy
    where policy like '%/SecurityAudit'
  ) as r on r.account_id = a.account_id
group by a.arn, a.title, a.account_id;

-- iam_policy_custom_no_permissive_role_assumption
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select p.arn, p.name, count(s) filter (where s ->> 'Effect' = 'Allow' and s -> 'Action' ? 'sts:assumerole' and s -> 'Resource' ? '*') as found
from aws_iam_policy as p
  left join lateral jsonb_array_elements(p.policy_std -> 'Statement') as s on true
where not p.is_aws_managed
group by p.arn, p.name;

-- iam_inline_policy_no_administrative_privileges
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_user as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%"Action": ["*"]%'
union all
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_group as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%"Action": ["*"]%'
union all
select o.arn, o.name, o.account_id, p ->> 'PolicyName' as policy
from aws_iam_role as o, jsonb_array_elements(o.inline_policies_std) as p
where p ->> 'PolicyDocument' like '%"Action": ["*"]%';

-- iam_user_console_access_unused_45
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, password_enabled, password_last_changed, password_last_used
from aws_iam_credential_report;

-- iam_user_access_key_unused_45
-- calls: iam:GetCredentialReport 1
select user_arn, user_name, access_key_1_active, access_key_1_last_rotated, access_key_1_last_used_date, access_key_2_active, access_key_2_last_rotated, access_key_2_last_used_date
from aws_iam_credential_report;

-- iam_role_no_administrator_access_policy_attached
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups)
-- chosen with: iam:GetAccountSummary
select arn, name, attached_policy_arns ? 'arn:aws:iam::aws:policy/AdministratorAccess' as admin from aws_iam_role;

-- iam_user_access_key_age_365
-- calls: iam:ListUsers pages(users), iam:ListAccessKeys users
select user_name, access_key_id, status, account_id from aws_iam_access_key where create_date < now() - interval '365 days' or status is not null;

-- iam_role_cross_account_write_access_policy
-- calls: iam:GetAccountAuthorizationDetails pages(users + roles + policies + groups), iam:ListPolicies pages(policies + awsmanaged), iam:GetPolicyVersion awsmanaged
-- chosen with: iam:GetAccountSummary
select r.arn, r.account_id, p.arn as policy
from aws_iam_role as r
  cross join lateral jsonb_array_elements_text(r.attached_policy_arns) as a
  join aws_iam_policy as p on p.arn = a and p.account_id = r.account_id
where p.policy_std -> 'Statement' @> '[{"Effect": "Allow"}]';
