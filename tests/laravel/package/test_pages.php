<?php

require __DIR__.'/harness.php';

$production = application(['APP_ENV' => 'production']);

foreach (['status', 'connect', 'callback?code=1&state='] as $page) {
    check("in production a stranger may not see /keap/$page", ($status = visit($production, "/keap/$page")->getStatusCode()) === 403, $status);
}

check('locally everybody may see the status page', ($status = visit(application(['APP_ENV' => 'local']), '/keap/status')->getStatusCode()) === 200, $status);

$user = fn (string $email) => new Illuminate\Auth\GenericUser(['id' => 1, 'email' => $email]);
$production = application(['APP_ENV' => 'production', 'KEAP_ADMINS' => 'boss@example.com, you@example.com']);
$allows = fn (string $email): bool => Illuminate\Support\Facades\Gate::forUser($user($email))->allows('connect-keap');
check('in production KEAP_ADMINS may see it', $allows('you@example.com') && $allows('boss@example.com') && ! $allows('other@example.com'));

$application = openApplication();
$page = visit($application, '/keap/status');
check('the status page says that Keap is not connected', $page->getStatusCode() === 200 && str_contains($page->getContent(), 'Not connected'), $page->getContent());
check('... and links to connect', str_contains($page->getContent(), route('keap.connect')));
check('the page has no script, no inline style and no other host', preg_match('~<script|<style| style=|(?:src|href)="(?!http://127\.0\.0\.1/|data:,")~', $page->getContent()) === 0);
$style = visit($application, '/keap/keap.css');
check('the stylesheet is served', $style->getStatusCode() === 200 && str_starts_with($style->headers->get('Content-Type'), 'text/css'), $style->headers->all());

$redirect = visit($application, '/keap/connect');
parse_str((string) parse_url($redirect->headers->get('Location'), PHP_URL_QUERY), $query);
check('connect sends the browser to Keap with a state', $redirect->getStatusCode() === 302 && strlen($query['state'] ?? '') === 40 && $query['redirect_uri'] === 'http://127.0.0.1/keap/callback', $redirect->headers->get('Location'));

$follow = function (string $path) use ($application): string {
    $answer = visit($application, $path);

    return $answer->getStatusCode().' '.html_entity_decode(visit($application, (string) parse_url((string) $answer->headers->get('Location'), PHP_URL_PATH))->getContent(), ENT_QUOTES);
};
$code = fn (): string => ask('POST', '/code', ['redirect_uri' => 'http://127.0.0.1/keap/callback'])['code'];
check('a callback with another state is refused', str_contains($body = $follow('/keap/callback?code='.$code().'&state=forged'), 'belongs to another attempt'), $body);
check('... and nothing is connected', infusionsoft_token_status()['state'] === 'missing');
check('... and its state is used up', str_contains($follow('/keap/callback?code='.$code()."&state=$query[state]"), 'belongs to another attempt'));

$begin = function () use ($application): string {
    parse_str((string) parse_url(visit($application, '/keap/connect')->headers->get('Location'), PHP_URL_QUERY), $query);

    return $query['state'];
};
check('without a code, access was not granted', str_contains($body = $follow('/keap/callback?error=access_denied&state='.$begin()), 'access was not granted'), $body);
check('a code that Keap refuses is told in words', preg_match('~role="alert">.*refused~', $body = $follow('/keap/callback?code=wrong&state='.$begin())) === 1, $body);
check('a good callback connects', str_contains($body = $follow('/keap/callback?code='.$code().'&state='.$begin()), 'Keap is connected.'), $body);
check('... and the page shows it', str_contains($body, 'id="level">Connected') && str_contains($body, '>valid<'), $body);

$test = fn (): string => (string) visit($application, '/keap/test', 'POST')->getStatusCode().html_entity_decode(visit($application, '/keap/status')->getContent(), ENT_QUOTES);
check('a test call succeeds', str_contains($body = $test(), 'Keap answered the test call.'), $body);
check('... and Keap got it', ask('GET', '/counts')['requests']['GET /crm/rest/v2/tags'] === 1);
ask('POST', '/faults', ['path' => '/crm', 'action' => 'status', 'status' => 400, 'body' => ['message' => 'no such thing']]);
check('a test call that fails says why', str_contains($body = $test(), 'no such thing'), $body);
check('another route file can replace the pages', visit(openApplication(['KEAP_ROUTES' => 'false']), '/keap/status')->getStatusCode() === 404);
openApplication(['KEAP_ACCOUNT' => 'second']);
check('KEAP_ACCOUNT is the account', infusionsoft_token_status()['account'] === 'second');

end_of_test();
