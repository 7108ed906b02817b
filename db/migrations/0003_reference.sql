-- Kinds of service that streets buy; the operator edits them later.
INSERT INTO service_types (code, zh, en, position) VALUES
  ('day_care', '日间照料', 'Elder day care', 1),
  ('home_care', '居家照护', 'Home care', 2),
  ('companionship', '陪伴关爱', 'Companionship', 3),
  ('meals', '助餐配餐', 'Meals', 4),
  ('child_minding', '儿童托管', 'Child minding', 5),
  ('counselling', '心理辅导', 'Counselling', 6),
  ('haircut', '上门理发', 'Haircut at home', 7),
  ('repairs', '便民维修', 'Repairs', 8),
  ('activities', '社区活动', 'Community activities', 9),
  ('other', '其他服务', 'Other services', 10);--> statement-breakpoint
-- 2026: 国务院办公厅关于2026年部分节假日安排的通知.
INSERT INTO calendar_days (day, kind, name)
SELECT day::date, 'holiday', name FROM (VALUES
  ('2026-01-01', '2026-01-03', '元旦'), ('2026-02-15', '2026-02-23', '春节'), ('2026-04-04', '2026-04-06', '清明节'),
  ('2026-05-01', '2026-05-05', '劳动节'), ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
  ('2026-10-01', '2026-10-07', '国庆节')) AS holidays(first, last, name),
  generate_series(first::timestamp, last::timestamp, interval '1 day') AS day;--> statement-breakpoint
INSERT INTO calendar_days (day, kind, name) VALUES
  ('2026-01-04', 'workday', '元旦调休上班'), ('2026-02-14', 'workday', '春节调休上班'), ('2026-02-28', 'workday', '春节调休上班'),
  ('2026-05-09', 'workday', '劳动节调休上班'), ('2026-09-20', 'workday', '国庆节调休上班'), ('2026-10-10', 'workday', '国庆节调休上班');
