interface Failure {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  fa: string
  en: string
}

const failure = (status: Failure['status'], fa: string, en: string): Failure => ({ status, fa, en })

/** The closed list of refusals: a stable code, an HTTP status, and a sentence in Persian and in English. */
export const failures = {
  'not-signed-in': failure(401, 'برای این کار باید وارد شوید.', 'Sign in to do this.'),
  'sign-in-refused': failure(401, 'نام کاربری یا گذرواژه درست نیست.', 'The user name or the password is not right.'),
  'sign-in-locked': failure(
    429,
    'چند بار پیاپی گذرواژه نادرست بود. کمی بعد دوباره امتحان کنید.',
    'The password was wrong several times in a row. Try again a little later.',
  ),
  'second-factor-needed': failure(401, 'رمز یک‌بارمصرف را هم بنویسید.', 'The code of the second factor is needed as well.'),
  'second-factor-refused': failure(
    401,
    'این رمز درست نیست یا پیش‌تر به کار رفته است. رمزی را بنویسید که برنامه اکنون نشان می‌دهد.',
    'This code is not right, or has been used before. Type the code that the app shows now.',
  ),
  'second-factor-on': failure(409, 'ورود دومرحله‌ای همین حالا روشن است.', 'The second factor is on already.'),
  'second-factor-off': failure(409, 'ورود دومرحله‌ای روشن نیست.', 'The second factor is not on.'),
  'second-factor-required': failure(
    409,
    'سازمان شما ورود دومرحله‌ای را برای شما لازم کرده است.',
    'Your organisation requires you to have a second factor.',
  ),
  'same-password': failure(422, 'گذرواژهٔ تازه باید با گذرواژهٔ پیشین فرق کند.', 'The new password must differ from the old one.'),
  'not-permitted': failure(403, 'دسترسی این کار به شما داده نشده است.', 'You have not been given the right to do this.'),
  'cross-site': failure(403, 'این درخواست از نشانی دیگری آمده است و پذیرفته نشد.', 'This request came from another site and was refused.'),
  'foreign-host': failure(
    403,
    'سامانه با این نشانی باز نمی‌شود. نشانی خود سامانه را بنویسید؛ نامی دیگر را گردانندهٔ آن در تنظیم‌های راه‌اندازی می‌گذارد.',
    'The system does not answer to this address. Use its own; another name is set by whoever runs it, as PUBLIC_URL.',
  ),
  'not-found': failure(404, 'چنین چیزی پیدا نشد، یا شما به آن دسترسی ندارید.', 'There is no such thing, or you may not see it.'),
  'invalid-input': failure(422, 'برخی از داده‌ها درست نیست؛ چیزی ذخیره نشد.', 'Some of the input is not right; nothing was saved.'),
  'malformed-request': failure(400, 'درخواست خوانا نبود.', 'The request could not be read.'),
  'body-too-large': failure(413, 'حجم فرستاده‌شده بیش از اندازه است.', 'What was sent is too large.'),
  'unsupported-media': failure(415, 'این نوع محتوا پذیرفته نمی‌شود.', 'This type of content is not accepted.'),
  'too-many-requests': failure(429, 'درخواست‌ها بیش از اندازه بود. کمی صبر کنید.', 'Too many requests. Wait a little.'),
  'changed-meanwhile': failure(
    409,
    'در این میان کس دیگری آن را تغییر داده است. صفحه را تازه کنید؛ نوشتهٔ شما نگه داشته شد.',
    'Someone else changed it meanwhile. Refresh; what you typed is kept.',
  ),
  'key-reused': failure(
    422,
    'این کلید پیش‌تر برای کار دیگری به کار رفته است؛ چیزی ذخیره نشد.',
    'This key was used for something else before; nothing was saved.',
  ),
  'already-exists': failure(409, 'این مورد پیش‌تر ثبت شده است.', 'This already exists.'),
  'still-in-use': failure(409, 'هنوز در جایی به کار رفته است و نمی‌توان آن را برداشت.', 'It is still in use and cannot be removed.'),
  'too-many-views': failure(
    409,
    'شمار نماهای شما در این فهرست به سقف رسیده است؛ یکی را حذف کنید.',
    'You have as many views of this list as can be kept; remove one.',
  ),
  'too-many-segments': failure(
    409,
    'شمار گروه‌های مشتریان شما به سقف رسیده است؛ یکی را حذف کنید.',
    'You keep as many segments as can be kept; remove one.',
  ),
  'segment-by-rule': failure(
    409,
    'اعضای این گروه با شرط آن معلوم می‌شوند و دستی کم یا زیاد نمی‌شوند.',
    'Who is in this segment follows from its rule; members are not put in or taken out by hand.',
  ),
  'segment-by-hand': failure(
    409,
    'اعضای این گروه دستی برگزیده می‌شوند و شرطی ندارد.',
    'The members of this segment are put in by hand; it has no rule.',
  ),
  'too-many-bulks': failure(
    409,
    'پنج تغییر گروهی شما هنوز در جریان است. بگذارید یکی به پایان برسد یا آن را متوقف کنید.',
    'Five of your changes of many rows are still going on. Let one end, or stop it.',
  ),
  'bulk-too-large': failure(
    422,
    'بیش از ده هزار ردیف را نمی‌توان یک‌جا تغییر داد. پالایه را کوچک‌تر کنید.',
    'More than ten thousand rows cannot be changed at once. Narrow the filters.',
  ),
  'undo-too-late': failure(409, 'مهلت برگرداندن گذشته است.', 'It is too late to put this back.'),
  'nothing-to-undo': failure(409, 'کاری که شما بتوانید برگردانید نمانده است.', 'There is nothing left that you could put back.'),
  'file-has-open-work': failure(
    409,
    'این پرونده درخواست باز دارد. نخست آن‌ها را به پایان ببرید، یا بگویید با وجود آن‌ها ادامه دهیم.',
    'This file has open requests. End them first, or say that it is to go all the same.',
  ),
  'file-merged': failure(
    409,
    'این پرونده با پروندهٔ دیگری یکی شده است؛ کار را روی همان پرونده انجام دهید.',
    'This file was merged into another; do this to that file.',
  ),
  'erasure-waits': failure(
    409,
    'پاک‌کردن این پرونده پیش‌تر خواسته شده و در انتظار است.',
    'The erasure of this file has been asked for already, and waits.',
  ),
  'erasure-ended': failure(409, 'این پاک‌کردن انجام یا لغو شده است.', 'This erasure has been carried out or called off.'),
  'already-set-up': failure(409, 'سازمان پیش‌تر راه‌اندازی شده است.', 'The organisation has already been set up.'),
  'took-too-long': failure(
    503,
    'پاسخ این پرسش بیش از اندازه طول کشید. بازه یا پالایه را کوچک‌تر کنید.',
    'This took too long. Narrow the period or the filters.',
  ),
  'shutting-down': failure(
    503,
    'سامانه در حال خاموش‌شدن است. کمی بعد دوباره امتحان کنید.',
    'The system is shutting down. Try again shortly.',
  ),
  unavailable: failure(503, 'پایگاه داده در دسترس نیست. کمی بعد دوباره امتحان کنید.', 'The database cannot be reached. Try again shortly.'),
  unexpected: failure(
    500,
    'خطای پیش‌بینی‌نشده‌ای رخ داد و ثبت شد. چیزی ذخیره نشد.',
    'Something unexpected went wrong and was logged. Nothing was saved.',
  ),
  'weak-password': failure(
    422,
    'گذرواژه باید دست‌کم ۱۰ نویسه باشد و از گذرواژه‌های رایج نباشد.',
    'The password needs at least 10 characters and must not be a common one.',
  ),
  'last-administrator': failure(409, 'دست‌کم یک مدیر سامانه باید بماند.', 'At least one administrator must remain.'),
  'unit-cycle': failure(409, 'واحد نمی‌تواند زیرمجموعهٔ خودش باشد.', 'A unit cannot be placed under itself.'),
  'topic-cycle': failure(409, 'موضوع نمی‌تواند زیرمجموعهٔ خودش باشد.', 'A topic cannot be placed under itself.'),
  'request-not-open': failure(
    409,
    'این درخواست حل یا بسته شده است. برای ادامه، آن را بازگشایی کنید.',
    'This request is resolved or closed. Reopen it to go on.',
  ),
  'request-not-resolved': failure(
    409,
    'این کار تنها برای درخواست حل‌شده یا بسته‌شده شدنی است.',
    'This can be done only to a resolved or closed request.',
  ),
  'request-not-waiting': failure(409, 'این درخواست در انتظار کسی نیست.', 'This request waits for nobody.'),
  'request-merged': failure(
    409,
    'این درخواست با درخواست دیگری یکی شده است؛ کار را در همان درخواست پیش ببرید.',
    'This request was merged into another; go on there.',
  ),
  'request-already-held': failure(409, 'این درخواست همین حالا در دست همین کارشناس است.', 'This person already holds the request.'),
  'request-held-by-another': failure(409, 'همکار دیگری این درخواست را برداشته است.', 'A colleague has taken this request.'),
  'request-already-queued': failure(409, 'این درخواست همین حالا در صف همین واحد است.', "The request is already in this unit's queue."),
  'person-not-active': failure(
    409,
    'این کارشناس دیگر فعال نیست؛ کار را به کس دیگری بسپارید.',
    'This person is no longer active; choose somebody else.',
  ),
  'merge-refused': failure(
    409,
    'تنها دو درخواست باز از یک مشتری را می‌توان یکی کرد.',
    'Only two open requests of the same customer can be merged.',
  ),
  'entry-voided': failure(409, 'این سند باطل شده است.', 'This voucher has been voided.'),
  'cheque-cannot-move': failure(
    409,
    'چک از وضعیتی که دارد به این وضعیت نمی‌رود.',
    'A cheque does not go to this state from the one it is in.',
  ),
  'tag-merge-refused': failure(
    409,
    'برچسب را نمی‌توان با خودش یا با برچسبی از گروه دیگر یکی کرد.',
    'A tag cannot be merged into itself or into one of another group.',
  ),
  'relation-with-itself': failure(409, 'پرونده با خودش رابطه ندارد.', 'A file has no relation to itself.'),
  'relation-does-not-fit': failure(
    409,
    'این نوع رابطه میان این دو پرونده شدنی نیست؛ یکی باید حقیقی یا حقوقی باشد.',
    'This kind of relation is not possible between these two files: one must be a person or an organisation.',
  ),
  'scheme-not-by-hand': failure(
    409,
    'رده‌های این طرح را قاعده‌ها تعیین می‌کنند و دستی عوض نمی‌شوند.',
    'Classes of this scheme are set by its rules and not by hand.',
  ),
  'scheme-not-by-rule': failure(
    409,
    'این طرح قاعده ندارد؛ رده‌های آن دستی تعیین می‌شوند.',
    'This scheme has no rules; its classes are set by hand.',
  ),
  'place-merge-refused': failure(
    409,
    'مکان را تنها با مکان دیگری از همان رده و همان استان می‌توان یکی کرد.',
    'A place can be merged only into another of the same level and province.',
  ),
  'files-merge-refused': failure(
    409,
    'این دو پرونده را نمی‌توان یکی کرد: شاید یکی حقیقی و دیگری حقوقی است، یا یکی پیش‌تر با پرونده‌ای یکی شده است.',
    'These two files cannot be merged: one may be of a person and the other of an organisation, or one was merged already.',
  ),
  'later-merge-first': failure(
    409,
    'این پرونده پس از آن با پروندهٔ دیگری یکی شده است؛ نخست همان را برگردانید.',
    'This file was merged into another after that; take that merge back first.',
  ),
  'file-empty': failure(422, 'این فایل خالی است.', 'This file is empty.'),
  'import-not-ready': failure(
    409,
    'این درون‌ریزی در وضعیتی نیست که بتوان این کار را کرد.',
    'The import is not in a state in which this can be done.',
  ),
  'too-many-exports': failure(
    409,
    'سه خروجی شما هنوز در دست ساخت است؛ صبر کنید تا یکی پایان یابد.',
    'Three of your exports are still being made; wait for one to end.',
  ),
  'table-unreadable': failure(422, 'فایل به شکل جدول خوانده نشد.', 'The file could not be read as a table.'),
} as const satisfies Record<string, Failure>

export type FailureCode = keyof typeof failures
