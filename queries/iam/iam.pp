locals {
  iam_common_tags = merge(local.aws_compliance_common_tags, {
    service = "AWS/IAM"
  })
}

query "iam_access_analyzer_enabled" {
  title       = "Access Analyzer in each region"
  description = "One row per region, in alarm without an active analyzer of external access."
  sql         = file("./iam/iam_access_analyzer_enabled.sql")
}

query "iam_access_analyzer_enabled_remediation" {
  title       = "Access Analyzer in each region: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_access_analyzer_enabled_remediation.sql")
}

control "iam_access_analyzer_enabled" {
  title         = "Access Analyzer is active in every enabled region"
  description   = "What can be reached from outside the account is found in the regions that are looked at, and in no other."
  severity      = "medium"
  query         = query.iam_access_analyzer_enabled
  documentation = file("./iam/iam_access_analyzer_enabled.md")
  tags          = local.iam_common_tags
}

query "iam_account_password_policy_min_length_14" {
  title       = "Least password length of each account"
  description = "One row per account, in alarm when passwords may be shorter than 14 characters."
  sql         = file("./iam/iam_account_password_policy_min_length_14.sql")
}

query "iam_account_password_policy_min_length_14_remediation" {
  title       = "Least password length of each account: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_account_password_policy_min_length_14_remediation.sql")
}

control "iam_account_password_policy_min_length_14" {
  title         = "Passwords have at least 14 characters"
  description   = "The password policy of the account keeps short passwords out."
  severity      = "medium"
  query         = query.iam_account_password_policy_min_length_14
  documentation = file("./iam/iam_account_password_policy_min_length_14.md")
  tags          = local.iam_common_tags
}

query "iam_account_password_policy_reuse_24" {
  title       = "Password history of each account"
  description = "One row per account, in alarm when fewer than 24 passwords are remembered."
  sql         = file("./iam/iam_account_password_policy_reuse_24.sql")
}

query "iam_account_password_policy_reuse_24_remediation" {
  title       = "Password history of each account: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_account_password_policy_reuse_24_remediation.sql")
}

control "iam_account_password_policy_reuse_24" {
  title         = "The last 24 passwords cannot be used again"
  description   = "A password that comes back may have leaked in the meantime."
  severity      = "low"
  query         = query.iam_account_password_policy_reuse_24
  documentation = file("./iam/iam_account_password_policy_reuse_24.md")
  tags          = local.iam_common_tags
}

query "iam_policy_all_attached_no_star_star" {
  title       = "Attached policies that allow everything"
  description = "One row per attached managed policy, in alarm when it allows every action on every resource."
  sql         = file("./iam/iam_policy_all_attached_no_star_star.sql")
}

query "iam_policy_all_attached_no_star_star_remediation" {
  title       = "Attached policies that allow everything: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_policy_all_attached_no_star_star_remediation.sql")
}

control "iam_policy_all_attached_no_star_star" {
  title         = "No attached policy allows everything"
  description   = "Whoever has a policy that allows every action on every resource is an administrator."
  severity      = "high"
  query         = query.iam_policy_all_attached_no_star_star
  documentation = file("./iam/iam_policy_all_attached_no_star_star.md")
  tags          = local.iam_common_tags
}

query "iam_root_last_used" {
  title       = "Last use of the root user"
  description = "One row per account, in alarm when the root user was used in the last 90 days."
  sql         = file("./iam/iam_root_last_used.sql")
}

control "iam_root_last_used" {
  title         = "The root user is not used for daily work"
  description   = "Every use in the last 90 days should have a reason that somebody knows."
  severity      = "high"
  query         = query.iam_root_last_used
  documentation = file("./iam/iam_root_last_used.md")
  tags          = local.iam_common_tags
}

query "iam_root_user_hardware_mfa_enabled" {
  title       = "Kind of the second factor of the root user"
  description = "One row per account, in alarm unless the root user has hardware MFA only."
  sql         = file("./iam/iam_root_user_hardware_mfa_enabled.sql")
}

control "iam_root_user_hardware_mfa_enabled" {
  title         = "The second factor of the root user is hardware"
  description   = "A virtual device can be attacked where it lives; a piece of hardware has to be stolen."
  severity      = "high"
  query         = query.iam_root_user_hardware_mfa_enabled
  documentation = file("./iam/iam_root_user_hardware_mfa_enabled.md")
  tags          = local.iam_common_tags
}

query "iam_root_user_mfa_enabled" {
  title       = "Second factor of the root user"
  description = "One row per account, in alarm when the root user has no MFA device."
  sql         = file("./iam/iam_root_user_mfa_enabled.sql")
}

control "iam_root_user_mfa_enabled" {
  title         = "The root user has a second factor"
  description   = "A stolen password alone should not be enough to own the account."
  severity      = "critical"
  query         = query.iam_root_user_mfa_enabled
  documentation = file("./iam/iam_root_user_mfa_enabled.md")
  tags          = local.iam_common_tags
}

query "iam_root_user_no_access_keys" {
  title       = "Access keys of the root user"
  description = "One row per account, in alarm when the root user has an access key."
  sql         = file("./iam/iam_root_user_no_access_keys.sql")
}

control "iam_root_user_no_access_keys" {
  title         = "The root user has no access key"
  description   = "A key of the root user opens everything, and no policy narrows it."
  severity      = "critical"
  query         = query.iam_root_user_no_access_keys
  documentation = file("./iam/iam_root_user_no_access_keys.md")
  tags          = local.iam_common_tags
}

query "iam_server_certificate_not_expired" {
  title       = "Server certificates and when they expire"
  description = "One row per server certificate, in alarm when it has expired."
  sql         = file("./iam/iam_server_certificate_not_expired.sql")
}

query "iam_server_certificate_not_expired_remediation" {
  title       = "Server certificates and when they expire: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_server_certificate_not_expired_remediation.sql")
}

control "iam_server_certificate_not_expired" {
  title         = "No expired server certificate is left in IAM"
  description   = "An expired certificate can be put to use by mistake."
  severity      = "low"
  query         = query.iam_server_certificate_not_expired
  documentation = file("./iam/iam_server_certificate_not_expired.md")
  tags          = local.iam_common_tags
}

query "iam_support_role" {
  title       = "Roles that can reach AWS Support"
  description = "One row per account, in alarm when no role has the policy AWSSupportAccess."
  sql         = file("./iam/iam_support_role.sql")
}

control "iam_support_role" {
  title         = "A role can open cases with AWS Support"
  description   = "In an emergency somebody has to reach AWS Support without being an administrator."
  severity      = "low"
  query         = query.iam_support_role
  documentation = file("./iam/iam_support_role.md")
  tags          = local.iam_common_tags
}

query "iam_user_access_key_age_90" {
  title       = "Age of each access key"
  description = "One row per access key, in alarm when it is active and older than 90 days."
  sql         = file("./iam/iam_user_access_key_age_90.sql")
}

query "iam_user_access_key_age_90_remediation" {
  title       = "Age of each access key: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_access_key_age_90_remediation.sql")
}

control "iam_user_access_key_age_90" {
  title         = "Access keys are rotated every 90 days"
  description   = "The older a key, the longer it may have been in the wrong hands."
  severity      = "medium"
  query         = query.iam_user_access_key_age_90
  documentation = file("./iam/iam_user_access_key_age_90.md")
  tags          = local.iam_common_tags
}

query "iam_user_access_keys_and_password_at_setup" {
  title       = "Access keys made together with a console user"
  description = "One row per IAM user, in alarm when a key was made together with a user that has a password."
  sql         = file("./iam/iam_user_access_keys_and_password_at_setup.sql")
}

query "iam_user_access_keys_and_password_at_setup_remediation" {
  title       = "Access keys made together with a console user: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_access_keys_and_password_at_setup_remediation.sql")
}

control "iam_user_access_keys_and_password_at_setup" {
  title         = "Users with a console password got no access key when they were set up"
  description   = "Keys made for the sake of completeness are seldom used and seldom looked after."
  severity      = "low"
  query         = query.iam_user_access_keys_and_password_at_setup
  documentation = file("./iam/iam_user_access_keys_and_password_at_setup.md")
  tags          = local.iam_common_tags
}

query "iam_user_console_access_mfa_enabled" {
  title       = "Second factor of users who can sign in to the console"
  description = "One row per IAM user, in alarm with a password and without a second factor."
  sql         = file("./iam/iam_user_console_access_mfa_enabled.sql")
}

control "iam_user_console_access_mfa_enabled" {
  title         = "Users with a console password have a second factor"
  description   = "A guessed or stolen password alone should not be enough to sign in."
  severity      = "high"
  query         = query.iam_user_console_access_mfa_enabled
  documentation = file("./iam/iam_user_console_access_mfa_enabled.md")
  tags          = local.iam_common_tags
}

query "iam_user_group_role_cloudshell_fullaccess_restricted" {
  title       = "Who has AWSCloudShellFullAccess"
  description = "One row per IAM user, group and role, in alarm with the policy AWSCloudShellFullAccess."
  sql         = file("./iam/iam_user_group_role_cloudshell_fullaccess_restricted.sql")
}

query "iam_user_group_role_cloudshell_fullaccess_restricted_remediation" {
  title       = "Who has AWSCloudShellFullAccess: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_group_role_cloudshell_fullaccess_restricted_remediation.sql")
}

control "iam_user_group_role_cloudshell_fullaccess_restricted" {
  title         = "AWSCloudShellFullAccess is given to nobody"
  description   = "CloudShell with file transfer and internet access is a way for data to leave."
  severity      = "medium"
  query         = query.iam_user_group_role_cloudshell_fullaccess_restricted
  documentation = file("./iam/iam_user_group_role_cloudshell_fullaccess_restricted.md")
  tags          = local.iam_common_tags
}

query "iam_user_no_inline_attached_policies" {
  title       = "Policies of each IAM user's own"
  description = "One row per IAM user, in alarm with an inline or attached policy."
  sql         = file("./iam/iam_user_no_inline_attached_policies.sql")
}

query "iam_user_no_inline_attached_policies_remediation" {
  title       = "Policies of each IAM user's own: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_no_inline_attached_policies_remediation.sql")
}

control "iam_user_no_inline_attached_policies" {
  title         = "Users receive permissions through groups only"
  description   = "Rights that hang on single users are hard to see and easy to forget."
  severity      = "low"
  query         = query.iam_user_no_inline_attached_policies
  documentation = file("./iam/iam_user_no_inline_attached_policies.md")
  tags          = local.iam_common_tags
}

query "iam_user_one_active_key" {
  title       = "Active access keys of each IAM user"
  description = "One row per IAM user, in alarm when more than one of the user's access keys is active."
  sql         = file("./iam/iam_user_one_active_key.sql")
}

query "iam_user_one_active_key_remediation" {
  title       = "Active access keys of each IAM user: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_one_active_key_remediation.sql")
}

control "iam_user_one_active_key" {
  title         = "Each IAM user has at most one active access key"
  description   = "Access keys are long-term credentials. With one active key per user there is less to leak, and it is clear which key a program uses."
  severity      = "medium"
  query         = query.iam_user_one_active_key
  documentation = file("./iam/iam_user_one_active_key.md")
  tags          = local.iam_common_tags
}

query "iam_user_unused_credentials_45" {
  title       = "Credentials that were not used for 45 days"
  description = "One row per IAM user, in alarm when a password or an active key was idle for 45 days or more."
  sql         = file("./iam/iam_user_unused_credentials_45.sql")
}

query "iam_user_unused_credentials_45_remediation" {
  title       = "Credentials that were not used for 45 days: how to repair"
  description = "One row per step: resource, what the step does and why, and its command as an array of words."
  sql         = file("./iam/iam_user_unused_credentials_45_remediation.sql")
}

control "iam_user_unused_credentials_45" {
  title         = "Credentials unused for 45 days are switched off"
  description   = "What nobody uses can be stolen without anybody noticing."
  severity      = "medium"
  query         = query.iam_user_unused_credentials_45
  documentation = file("./iam/iam_user_unused_credentials_45.md")
  tags          = local.iam_common_tags
}
