<?php

// Tests the import of a CSV file, without the looks of its pages: browser.mjs has these.

/** Uploads a file with this text, and returns the page that follows. */
function upload(Browser $browser, Stack $stack, string $text): Page
{
    $file = "$stack->folder/upload.csv";
    file_put_contents($file, $text);
    $browser->get('/keap/import');

    return $browser->submit('/keap/import', ['file' => new CURLFile($file, 'text/csv', 'people.csv')]);
}

/** The page's words, without the tags. */
function words(Page $page): string
{
    return trim(preg_replace('/\s+/', ' ', html_entity_decode(strip_tags(preg_replace('~<head>.*</head>~s', '', $page->body)), ENT_QUOTES | ENT_HTML5)));
}

/** The fields that the page of the columns proposes. @return list<string> */
function proposed(Page $page): array
{
    preg_match_all('~<select.*?</select>~s', $page->body, $selects);

    return array_map(fn (string $select): string => preg_match('/value="(\w*)" selected/', $select, $found) ? $found[1] : '', $selects[0]);
}

/** Starts an import with the fields that are proposed, and returns its address. */
function start(Browser $browser, Stack $stack, string $text): string
{
    $page = upload($browser, $stack, $text);
    $browser->submit($page->url, ['fields' => proposed($page)]);

    return $page->url;
}

/** Waits until the page of the import has these words, and returns them all. Jobs do not wait for their time. */
function waitForImport(Browser $browser, Stack $stack, string $url, string $words): string
{
    $stack->processes->wait($words, function () use ($browser, $stack, $url, $words, &$said): bool {
        $stack->makeJobsDue();

        return str_contains($said = words($browser->get($url)), $words);
    }, 60);

    return $said;
}

/** @return list<array<string, mixed>> requests to Keap from the given one on */
function requests(Stack $stack, int $from = 0, string $method = '', string $path = ''): array
{
    return array_values(array_filter(array_slice($stack->keap->ask('GET', '/journal'), $from),
        fn (array $request) => str_starts_with($request['path'], "/crm$path") && ($method === '' || $request['method'] === $method)));
}

/** @param list<string> $addresses */
function csv(array $addresses, string $tag = 'New customer'): string
{
    return "email,given_name,tags\n".implode('', array_map(fn (string $address): string => "$address,Ann,$tag\n", $addresses));
}

function testBadFiles(Stack $stack): void
{
    $browser = new Browser($stack->url);
    $before = count(requests($stack));
    $files = [
        'An empty file' => ['', 'This file is empty.'],
        'A file with nothing but the byte order mark' => ["\xEF\xBB\xBF\n", 'This file is empty.'],
        'A file without the names of columns' => ["ann@example.com,Ann\n", 'The first line must name the columns'],
        'A file without rows' => ["email,given_name\n\n", 'This file has no rows'],
        'A file in Latin 1' => ["email,name\nann@example.com,M\xFCller\n", 'is not a CSV file in UTF-8'],
        'A file in UTF-16' => [mb_convert_encoding("email\nann@example.com\n", 'UTF-16'), 'is not a CSV file in UTF-8'],
        'A workbook' => ["PK\x03\x04\x14\x00\x06\x00", 'is not a CSV file in UTF-8'],
        'A file that php.ini does not allow' => [csv(array_fill(0, 90_000, 'ann@example.com')), 'This file is too large: at most 2 MB'],
    ];

    foreach ($files as $what => [$text, $words]) {
        $page = upload($browser, $stack, $text);
        check("$what is refused at the field", str_contains($page->body, 'aria-invalid') && str_contains(words($page), $words), words($page));
    }

    $page = upload($browser, $stack, csv(array_fill(0, 400_000, 'ann@example.com')));
    check('A form that php.ini does not allow gets a page that says so', $page->status === 413 && str_contains(words($page), 'too large'), [$page->status, words($page)]);
    $page = upload($browser, $stack, "name,address\nAnn,ann@example.com\n");
    $page = $browser->submit($page->url, ['fields' => ['given_name', '']]);
    check('Without a column for the address nothing begins', str_contains(words($page), 'No column holds the e-mail address.'), words($page));
    $page = $browser->submit($page->url, ['fields' => ['email', 'email']]);
    check('... nor with two', preg_match('/id="field-1-error">[^<]*is chosen for an earlier column/', $page->body) === 1, words($page));
    $page = $browser->submit($page->url, ['fields' => ['email', 'id']]);
    check('... nor with a field that the list does not have', preg_match('/id="field-1-error">Choose/', $page->body) === 1, words($page));
    check('... and nothing was sent to Keap, and no job waits', count(requests($stack)) === $before && $stack->jobsLeft() === 0);
}

function testWhoMayImport(Stack $stack, string $import): void
{
    $stranger = new Browser($stack->productionUrl);

    foreach (['/keap/import', $import, "$import/rows-not-imported.csv"] as $path) {
        $page = $stranger->get($path);
        check('In production a stranger may not see '.preg_replace('~[0-9a-f-]{36}~', 'ID', $path), $page->status === 403 && ! str_contains($page->body, 'people.csv'), $page->status);
    }

    foreach (['/keap/import', $import, "$import/resume"] as $path) {
        $stranger->get('/signup');
        $status = $stranger->submit($path, ['fields' => ['email']])->status;
        check('... nor send '.preg_replace('~[0-9a-f-]{36}~', 'ID', $path), $status === 403, $status);
    }
}

/** A file as Excel writes it where the comma is the decimal sign. */
function testRows(Stack $stack, Browser $browser): string
{
    $keap = $stack->keap;
    [$quoted, $twice, $tags] = addresses('import', 3);
    $text = "\xEF\xBB\xBFE-Mail;First name;Surname;Shirt size;Telefon;Tags;\r\n"
        ."$quoted;\"Ann; \"\"A\"\"\r\nMaria\";Łuczak;M;;New customer;\r\n"     // 2
        .";;;;;;\r\n"                                                           // 3: empty
        ."$twice;First;;;;New customer;\r\n"                                    // 4
        .";Nobody;;;;;\r\n"                                                     // 5
        ."not an address;Nobody;;;;;\r\n"                                       // 6
        .strtoupper($twice).";Second;;;;;\r\n"                                  // 7
        ."short@example.com;Nobody\r\n"                                         // 8
        ."unknown-tag@example.com;Nobody;;;;No such tag;\r\n"                   // 9
        ."long@example.com;".str_repeat('x', 41).";;;;;\r\n"                    // 10
        ."long-phone@example.com;Nobody;;;".str_repeat('5', 41).";;\r\n"        // 11: Keap refuses it
        ."$tags;Ann;;;+49 30 1234;New customer;\r\n";                           // 12
    $page = upload($browser, $stack, $text);
    check('The columns of a file from Excel are known by their names', proposed($page) === ['email', 'given_name', 'family_name', '', 'phone', 'tags', ''], proposed($page));
    check('... and the first rows are shown', str_contains(words($page), 'Łuczak') && str_contains(words($page), '10 rows'), words($page));
    $before = count($keap->ask('GET', '/journal'));
    $browser->submit($page->url, ['fields' => proposed($page)]);
    $browser->get('/keap/import');
    $browser->submit($page->url, ['fields' => proposed($page)]);
    $said = waitForImport($browser, $stack, $page->url, 'The import is done');
    check('The import says how many rows are in Keap', str_contains($said, '10 of 10 rows of people.csv are done: 4 are in Keap, 6 are not.'), $said);
    $file = explode("\n", $browser->get("$page->url/rows-not-imported.csv")->body);
    sort($file, SORT_NUMERIC);
    $reasons = [5 => 'The e-mail address field is required.', 6 => 'The e-mail address field must be a valid', 8 => 'The row has 2 cells, and the first line has 7.',
        9 => 'Keap has no tag ""No such tag"".', 10 => 'The first name field must not be greater than 40', 11 => 'Keap refuses this row: PHONE1: longer than 40 characters'];

    foreach ($reasons as $row => $reason) {
        $line = current(preg_grep("/^$row,/", $file)) ?: '';
        check("... and why row $row is not", str_contains($line, $reason), $file);
    }

    check('... and nothing else', count(preg_grep('/^\d+,/', $file)) === 6, $file);
    $names = [];

    foreach ($keap->ask('GET', '/state')['contacts'] as $contact) {
        $names[strtolower($contact['email_addresses'][0]['email'])] = $contact['given_name'] ?? null;
    }

    check('Cells arrive as they are in the file, in one line', ($names[$quoted] ?? null) === 'Ann; "A" Maria', $names[$quoted] ?? null);
    check('Of two rows with one address the later one wins', ($names[$twice] ?? null) === 'Second', $names[$twice] ?? null);
    check('Rows that are wrong were not sent', array_intersect(array_keys($names), ['short@example.com', 'unknown-tag@example.com', 'long@example.com']) === []);
    check('A form that is sent twice starts one import', ($made = count(requests($stack, $before, 'POST', '/rest/v2/contacts'))) === 4, $made); // one is refused

    return $page->url;
}

/** The worker is killed while Keap makes contacts. */
function testKilledWorker(Stack $stack, Browser $browser): void
{
    $stack->keap->ask('POST', '/faults', ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'hold' => 'after', 'after' => 30]);
    $url = start($browser, $stack, csv(addresses('import-killed', 40)));
    $stack->processes->wait('request', fn () => isHeld($stack, '/crm'));
    $stack->processes->wait('other rows', fn () => str_contains(words($browser->get($url)), '39 of 40 rows'));
    $stack->processes->signal('queue', SIGKILL);
    $stack->processes->end('queue');
    check('The worker is killed: the page still says how far the import is', str_contains($said = words($browser->get($url)), '39 of 40 rows'), $said);
    $before = count($stack->keap->ask('GET', '/journal'));
    $stack->keap->ask('POST', '/release', ['then' => 'hangup']);
    $stack->takeJobsBack();
    $stack->startQueue();
    waitForImport($browser, $stack, $url, 'The import is done');
    check('... and the next worker sends the row that is not done, and no other', ($made = count(requests($stack, $before, 'GET', '/rest/v2/contacts'))) === 1, $made);
    check('... whose contact Keap has already', ($made = count(requests($stack, $before, 'POST', '/rest/v2/contacts'))) === 0, $made);
}

function testOutage(Stack $stack, Browser $browser): void
{
    foreach (['Keap answers 503' => ['action' => 'status', 'status' => 503], 'Keap cannot be reached' => ['action' => 'hangup', 'at' => 'before']] as $what => $fault) {
        $stack->keap->ask('POST', '/faults', ['path' => '/crm', 'times' => 0] + $fault);
        $before = count($stack->keap->ask('GET', '/journal'));
        $url = start($browser, $stack, csv(addresses('import-'.$fault['action'], 60)));
        $said = waitForImport($browser, $stack, $url, 'The import is paused');
        check("$what: the import is paused, and no row fails", str_contains($said, '0 of 60 rows'), $said);
        $stack->processes->wait('the next try', function () use ($stack, $before): bool {
            $stack->makeJobsDue();

            return count(requests($stack, $before)) > 64;
        }, 60);
        check('... also after another try', str_contains($said = words($browser->get($url)), '0 are not.'), $said);
        $stack->keap->ask('DELETE', '/faults');
        $said = waitForImport($browser, $stack, $url, 'The import is done');
        check('... and all rows are in Keap when it works again', str_contains($said, '60 are in Keap, 0 are not.'), $said);
    }
}

/** Keap fails at one row, and works otherwise. */
function testRowThatKeapCannotTake(Stack $stack, Browser $browser): void
{
    $stack->keap->ask('POST', '/faults', ['method' => 'POST', 'path' => '/crm/rest/v2/contacts', 'action' => 'status', 'status' => 500, 'times' => 0]);
    $url = start($browser, $stack, csv(['poison@example.com']));
    $said = waitForImport($browser, $stack, $url, 'The import is done');
    $stack->keap->ask('DELETE', '/faults');
    check('A row at which Keap fails three times does not stop the import', str_contains($said, '0 are in Keap, 1 are not.') && str_contains($said, '500'), $said);
}

function testWithoutGrant(Stack $stack, Browser $browser): void
{
    $stack->artisan('test:forget');
    $url = start($browser, $stack, csv(addresses('import-grant', 3)));
    $said = waitForImport($browser, $stack, $url, 'The import is paused');
    check('Without a grant the import is paused, and says what is missing', str_contains($said, 'Keap gives no access') && str_contains($said, 'There is no grant') && str_contains($said, '0 are not.'), $said);
    connect($stack);
    $browser->get($url);
    $browser->submit("$url/resume", []);
    $said = waitForImport($browser, $stack, $url, 'The import is done');
    check('... and goes on once Keap is connected', str_contains($said, '3 are in Keap, 0 are not.'), $said);
}

function testImports(Stack $stack): void
{
    $begun = microtime(true);
    $browser = new Browser($stack->url);
    testBadFiles($stack);
    $url = testRows($stack, $browser);
    testWhoMayImport($stack, parse_url($url, PHP_URL_PATH));
    testKilledWorker($stack, $browser);
    testOutage($stack, $browser);
    testRowThatKeapCannotTake($stack, $browser);
    testWithoutGrant($stack, $browser);
    check('No contact is in the log', ! str_contains($stack->log(), 'unknown-tag@example.com'));
    printf("# imports took %.1f s\n", microtime(true) - $begun);
}
