-- One rule may raise several findings on one statement (an exception each, a requirement each): the subject tells them apart.
drop index "finding_supervision_id_rule_question_key";
alter table finding add column subject text not null default '';
create unique index "finding_supervision_id_rule_question_subject_key" on finding (supervision_id, rule, question, subject);

-- A controller may take a return back (product.md §3: assessing ⇄ returned).
insert into lifecycle_transition (from_state, to_state) values ('returned', 'assessing');
