-- A return that was taken back may be followed by another of the same question: the moment tells the two apart. The questions that are
-- open now are those of the newest moment.
drop index "returned_question_supervision_id_question_revision_key";
create unique index "returned_question_supervision_id_question_revision_returned_key" on returned_question (supervision_id, question, revision, returned_at);
