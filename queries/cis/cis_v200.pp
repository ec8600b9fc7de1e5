locals {
  cis_v200_common_tags = merge(local.aws_compliance_common_tags, {
    cis         = "true"
    cis_version = "v2.0.0"
  })

  cis_v200_1_common_tags = merge(local.cis_v200_common_tags, {
    cis_section_id = "1"
    service        = "AWS/IAM"
  })
}

benchmark "cis_v200" {
  title       = "CIS AWS Foundations v2.0.0"
  description = "The items of the CIS Amazon Web Services Foundations Benchmark, version 2.0.0, that are answered here."
  children = [
    benchmark.cis_v200_1
  ]
  tags = local.cis_v200_common_tags
}

benchmark "cis_v200_1" {
  title       = "1 Identity and Access Management"
  description = "Who can sign in to the account, and with what."
  children = [
    control.cis_v200_1_1,
    control.cis_v200_1_2,
    control.cis_v200_1_3,
    control.cis_v200_1_4,
    control.cis_v200_1_5,
    control.cis_v200_1_6,
    control.cis_v200_1_7,
    control.cis_v200_1_8,
    control.cis_v200_1_9,
    control.cis_v200_1_10,
    control.cis_v200_1_11,
    control.cis_v200_1_12,
    control.cis_v200_1_13,
    control.cis_v200_1_14,
    control.cis_v200_1_15,
    control.cis_v200_1_16,
    control.cis_v200_1_17,
    control.cis_v200_1_18,
    control.cis_v200_1_19,
    control.cis_v200_1_20,
    control.cis_v200_1_21,
    control.cis_v200_1_22
  ]
  tags = local.cis_v200_1_common_tags
}

control "cis_v200_1_1" {
  title         = "1.1 Contact details of the account are current"
  description   = "AWS writes and calls when it sees abuse, and closes what nobody answers for. The details have to lead to somebody."
  severity      = "low"
  query         = query.account_contact_details_current
  documentation = file("./account/account_contact_details_current.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.1"
    cis_level   = "1"
    cis_type    = "manual"
  })
}

control "cis_v200_1_2" {
  title         = "1.2 A security contact is registered"
  description   = "Mail about security reaches the people whose work it is."
  severity      = "medium"
  query         = query.account_alternate_contact_security_registered
  documentation = file("./account/account_alternate_contact_security_registered.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.2"
    cis_level   = "1"
    cis_type    = "manual"
  })
}

control "cis_v200_1_3" {
  title         = "1.3 Security challenge questions are registered"
  description   = "AWS Support can check who calls when nobody can sign in any more."
  severity      = "low"
  query         = query.account_security_questions_registered
  documentation = file("./account/account_security_questions_registered.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.3"
    cis_level   = "1"
    cis_type    = "manual"
  })
}

control "cis_v200_1_4" {
  title         = "1.4 The root user has no access key"
  description   = "A key of the root user opens everything, and no policy narrows it."
  severity      = "critical"
  query         = query.iam_root_user_no_access_keys
  documentation = file("./iam/iam_root_user_no_access_keys.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.4"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_5" {
  title         = "1.5 The root user has a second factor"
  description   = "A stolen password alone should not be enough to own the account."
  severity      = "critical"
  query         = query.iam_root_user_mfa_enabled
  documentation = file("./iam/iam_root_user_mfa_enabled.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.5"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_6" {
  title         = "1.6 The second factor of the root user is hardware"
  description   = "A virtual device can be attacked where it lives; a piece of hardware has to be stolen."
  severity      = "high"
  query         = query.iam_root_user_hardware_mfa_enabled
  documentation = file("./iam/iam_root_user_hardware_mfa_enabled.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.6"
    cis_level   = "2"
    cis_type    = "manual"
  })
}

control "cis_v200_1_7" {
  title         = "1.7 The root user is not used for daily work"
  description   = "Every use in the last 90 days should have a reason that somebody knows."
  severity      = "high"
  query         = query.iam_root_last_used
  documentation = file("./iam/iam_root_last_used.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.7"
    cis_level   = "1"
    cis_type    = "manual"
  })
}

control "cis_v200_1_8" {
  title         = "1.8 Passwords have at least 14 characters"
  description   = "The password policy of the account keeps short passwords out."
  severity      = "medium"
  query         = query.iam_account_password_policy_min_length_14
  documentation = file("./iam/iam_account_password_policy_min_length_14.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.8"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_9" {
  title         = "1.9 The last 24 passwords cannot be used again"
  description   = "A password that comes back may have leaked in the meantime."
  severity      = "low"
  query         = query.iam_account_password_policy_reuse_24
  documentation = file("./iam/iam_account_password_policy_reuse_24.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.9"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_10" {
  title         = "1.10 Users with a console password have a second factor"
  description   = "A guessed or stolen password alone should not be enough to sign in."
  severity      = "high"
  query         = query.iam_user_console_access_mfa_enabled
  documentation = file("./iam/iam_user_console_access_mfa_enabled.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.10"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_11" {
  title         = "1.11 Users with a console password got no access key when they were set up"
  description   = "Keys made for the sake of completeness are seldom used and seldom looked after."
  severity      = "low"
  query         = query.iam_user_access_keys_and_password_at_setup
  documentation = file("./iam/iam_user_access_keys_and_password_at_setup.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.11"
    cis_level   = "1"
    cis_type    = "manual"
  })
}

control "cis_v200_1_12" {
  title         = "1.12 Credentials unused for 45 days are switched off"
  description   = "What nobody uses can be stolen without anybody noticing."
  severity      = "medium"
  query         = query.iam_user_unused_credentials_45
  documentation = file("./iam/iam_user_unused_credentials_45.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.12"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_13" {
  title         = "1.13 Each IAM user has at most one active access key"
  description   = "Access keys are long-term credentials. With one active key per user there is less to leak, and it is clear which key a program uses."
  severity      = "medium"
  query         = query.iam_user_one_active_key
  documentation = file("./iam/iam_user_one_active_key.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.13"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_14" {
  title         = "1.14 Access keys are rotated every 90 days"
  description   = "The older a key, the longer it may have been in the wrong hands."
  severity      = "medium"
  query         = query.iam_user_access_key_age_90
  documentation = file("./iam/iam_user_access_key_age_90.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.14"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_15" {
  title         = "1.15 Users receive permissions through groups only"
  description   = "Rights that hang on single users are hard to see and easy to forget."
  severity      = "low"
  query         = query.iam_user_no_inline_attached_policies
  documentation = file("./iam/iam_user_no_inline_attached_policies.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.15"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_16" {
  title         = "1.16 No attached policy allows everything"
  description   = "Whoever has a policy that allows every action on every resource is an administrator."
  severity      = "high"
  query         = query.iam_policy_all_attached_no_star_star
  documentation = file("./iam/iam_policy_all_attached_no_star_star.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.16"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_17" {
  title         = "1.17 A role can open cases with AWS Support"
  description   = "In an emergency somebody has to reach AWS Support without being an administrator."
  severity      = "low"
  query         = query.iam_support_role
  documentation = file("./iam/iam_support_role.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.17"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_18" {
  title         = "1.18 Instances get their permissions through a role"
  description   = "Credentials of a role change by themselves; access keys on an instance stay until they leak."
  severity      = "medium"
  query         = query.ec2_instance_using_iam_instance_role
  documentation = file("./ec2/ec2_instance_using_iam_instance_role.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.18"
    cis_level   = "2"
    cis_type    = "automated"
  })
}

control "cis_v200_1_19" {
  title         = "1.19 No expired server certificate is left in IAM"
  description   = "An expired certificate can be put to use by mistake."
  severity      = "low"
  query         = query.iam_server_certificate_not_expired
  documentation = file("./iam/iam_server_certificate_not_expired.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.19"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_20" {
  title         = "1.20 Access Analyzer is active in every enabled region"
  description   = "What can be reached from outside the account is found in the regions that are looked at, and in no other."
  severity      = "medium"
  query         = query.iam_access_analyzer_enabled
  documentation = file("./iam/iam_access_analyzer_enabled.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.20"
    cis_level   = "1"
    cis_type    = "automated"
  })
}

control "cis_v200_1_21" {
  title         = "1.21 People sign in through one place"
  description   = "Who leaves one directory has left every account."
  severity      = "low"
  query         = query.account_users_managed_centrally
  documentation = file("./account/account_users_managed_centrally.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.21"
    cis_level   = "2"
    cis_type    = "manual"
  })
}

control "cis_v200_1_22" {
  title         = "1.22 AWSCloudShellFullAccess is given to nobody"
  description   = "CloudShell with file transfer and internet access is a way for data to leave."
  severity      = "medium"
  query         = query.iam_user_group_role_cloudshell_fullaccess_restricted
  documentation = file("./iam/iam_user_group_role_cloudshell_fullaccess_restricted.md")

  tags = merge(local.cis_v200_1_common_tags, {
    cis_item_id = "1.22"
    cis_level   = "1"
    cis_type    = "manual"
  })
}
