-- Not breaking. The words of case handling: letters, visits and referrals as channels, the states of a case from
-- registration to archive, the legal reviewer and the auditor. Each list only grows, so every stored row still holds.

alter table complaint
  drop constraint complaint_channel_check,
  add constraint complaint_channel_check
    check (channel in ('mailbox', 'hotline', 'phone', 'letter', 'visit', 'petition')),
  drop constraint complaint_state_check,
  add constraint complaint_state_check
    check (state in ('registered', 'supplement', 'accepted', 'dispatched', 'signed', 'returned', 'handling', 'suspended',
      'review', 'replied', 'redo', 'closed', 'rejected', 'transferred', 'merged', 'archived'));
--> statement-breakpoint
-- source_key of a letter or a visit is the id made by the page, that of a referral the petition office's own number.
alter table intake_item
  drop constraint intake_item_channel_check,
  add constraint intake_item_channel_check
    check (channel in ('mailbox', 'hotline', 'phone', 'letter', 'visit', 'petition'));
--> statement-breakpoint
alter table app_user
  drop constraint app_user_role_check,
  add constraint app_user_role_check
    check (role in ('intake_officer', 'handler', 'unit_head', 'legal_reviewer', 'supervisor', 'bureau_leader', 'auditor',
      'admin'));
