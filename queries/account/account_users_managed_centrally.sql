-- One row per account: whether people sign in through one place is a matter of how the organization works.
select
  arn as resource,
  'info' as status,
  'Check by hand that people sign in to account ' || account_id || ' through identity federation or AWS Organizations, and that its IAM users are not for people.' as reason,
  account_id
from
  aws_account
order by
  account_id;
