-- One row per account: somebody has to look whether its contact details are current.
select
  arn as resource,
  'info' as status,
  'Check by hand that the contact details of account ' || account_id || ' are current: Account page of the console, or aws account get-contact-information.' as reason,
  account_id
from
  aws_account
order by
  account_id;
