locals {
  account_common_tags = merge(local.aws_compliance_common_tags, {
    service = "AWS/Account"
  })
}

query "account_alternate_contact_security_registered" {
  title       = "Security contact of each account"
  description = "One row per account, in alarm without a security contact."
  sql         = file("./account/account_alternate_contact_security_registered.sql")
}

control "account_alternate_contact_security_registered" {
  title         = "A security contact is registered"
  description   = "Mail about security reaches the people whose work it is."
  severity      = "medium"
  query         = query.account_alternate_contact_security_registered
  documentation = file("./account/account_alternate_contact_security_registered.md")
  tags          = local.account_common_tags
}

query "account_contact_details_current" {
  title       = "Accounts whose contact details have to be looked at"
  description = "One row per account, for information."
  sql         = file("./account/account_contact_details_current.sql")
}

control "account_contact_details_current" {
  title         = "Contact details of the account are current"
  description   = "AWS writes and calls when it sees abuse, and closes what nobody answers for. The details have to lead to somebody."
  severity      = "low"
  query         = query.account_contact_details_current
  documentation = file("./account/account_contact_details_current.md")
  tags          = local.account_common_tags
}

query "account_security_questions_registered" {
  title       = "Accounts whose security questions have to be looked at"
  description = "One row per account, for information."
  sql         = file("./account/account_security_questions_registered.sql")
}

control "account_security_questions_registered" {
  title         = "Security challenge questions are registered"
  description   = "AWS Support can check who calls when nobody can sign in any more."
  severity      = "low"
  query         = query.account_security_questions_registered
  documentation = file("./account/account_security_questions_registered.md")
  tags          = local.account_common_tags
}

query "account_users_managed_centrally" {
  title       = "Accounts whose way of signing in has to be looked at"
  description = "One row per account, for information."
  sql         = file("./account/account_users_managed_centrally.sql")
}

control "account_users_managed_centrally" {
  title         = "People sign in through one place"
  description   = "Who leaves one directory has left every account."
  severity      = "low"
  query         = query.account_users_managed_centrally
  documentation = file("./account/account_users_managed_centrally.md")
  tags          = local.account_common_tags
}
