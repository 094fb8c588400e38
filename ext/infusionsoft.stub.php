<?php

/**
 * The public API of the infusionsoft extension: send customers to Keap (formerly Infusionsoft).
 *
 * Every function takes a last argument $account: the name under which a grant is kept (1 to 128 bytes, any but NUL). Null
 * means the setting infusionsoft.account. Ids are int or string. Times are Unix seconds.
 *
 * What every function that calls Keap may throw:
 * - \ValueError, \TypeError: an argument is wrong; nothing was sent.
 * - Infusionsoft\ConfigurationException: a php.ini setting is missing or wrong; nothing was sent.
 * - Infusionsoft\StoreException: the token store cannot be used; nothing was sent.
 * - Infusionsoft\AuthorizationException: a person must authorize (again); the message says how.
 * - Infusionsoft\TransportException: no usable reply came; ->maySent tells whether Keap may have acted.
 * - Infusionsoft\RateLimitException: Keap's limits leave no room within infusionsoft.max_wait_ms; ->retryAfter in seconds.
 * - Infusionsoft\ApiException: Keap refused; ->status, ->errorCode, ->details, ->body say what it answered.
 *
 * @generate-class-entries
 * @undocumentable
 */

namespace {
    /**
     * The address to which the person who owns the Keap application is sent to allow access.
     *
     * Keap then sends the browser to $redirect_uri?code=…&state=…; give that code to infusionsoft_authorize(). Nothing is sent.
     *
     * @param string      $redirect_uri Where Keap sends the browser back: https (http only to this machine), exactly as registered with
     *                                  the OAuth application.
     * @param string|null $state        Comes back unchanged; compare it with what the session holds, against forged callbacks.
     *
     * @throws \ValueError when $redirect_uri is not such an address.
     * @throws Infusionsoft\ConfigurationException when infusionsoft.client_id is not set.
     *
     * @see https://developer.infusionsoft.com/getting-started-oauth-keys/
     */
    function infusionsoft_authorize_url(string $redirect_uri, ?string $state = null, ?string $account = null): string {}

    /**
     * Exchanges the code from the callback for a grant and stores it. The exchange ends in the store even when this process is killed.
     *
     * @param string $code         The `code` of the callback's query, or pasted by hand. It works once and for a few minutes.
     * @param string $redirect_uri The same address that infusionsoft_authorize_url() was given.
     *
     * @return array the status, as infusionsoft_token_status()
     *
     * @throws Infusionsoft\AuthorizationException when Keap refuses the code; a grant that was there is kept.
     *
     * @see https://developer.infusionsoft.com/getting-started-oauth-keys/
     */
    function infusionsoft_authorize(#[\SensitiveParameter] string $code, string $redirect_uri, ?string $account = null): array {}

    /**
     * Stores a grant that was made elsewhere. Nothing is sent.
     *
     * @param array $token Keap's token reply as it is: access_token, refresh_token, and expires_in (seconds from now) or expires_at
     *                     (Unix seconds); scope is read for the application's name, other keys are ignored. Without an expiry the pair is
     *                     refreshed before its first use. Or: ['api_key' => 'KeapAK-…'], a personal access token or service account key.
     *                     Together at most 3,328 bytes.
     * @phpstan-param array<mixed> $token
     *
     * @return array the status, as infusionsoft_token_status()
     *
     * @throws \ValueError when a token is missing, empty, too long or holds what cannot stand in an HTTP header.
     */
    function infusionsoft_token_import(#[\SensitiveParameter] array $token, ?string $account = null): array {}

    /**
     * Refreshes the grant if that is due; with $force at once. Calls refresh by themselves: this is for deployments and checks.
     *
     * A record that is sealed under one of infusionsoft.previous_keys moves to the present key, also where nothing is due.
     *
     * @return array the status, as infusionsoft_token_status()
     *
     * @throws Infusionsoft\AuthorizationException when there is no grant, or Keap refuses its refresh token.
     */
    function infusionsoft_token_refresh(bool $force = false, ?string $account = null): array {}

    /**
     * What is known of the account's grant. Never a secret; nothing is sent.
     *
     * `state`: 'missing' (authorize first), 'valid', 'refresh_due' (the next call refreshes), 'expired' (the next call refreshes before it
     * goes out), 'reauthorization_required' (Keap refused the refresh token; calls go on until `expires_at`).
     * `generation` counts the writes of this account's record. `last_error` says what the last failed refresh failed with.
     * `previous_key` (true) is there only while the record is still sealed under one of infusionsoft.previous_keys: the next refresh, or
     * infusionsoft_token_refresh(), moves it, and only then may that key be dropped.
     *
     * @return array{account: string, kind: 'oauth2'|'api_key'|null,
     *               state: 'missing'|'valid'|'refresh_due'|'expired'|'reauthorization_required', application: ?string,
     *               expires_at: ?int, refreshed_at: ?int, generation: int, last_error: ?string, previous_key?: true}
     *
     * @throws Infusionsoft\StoreException when the store is damaged, unreadable, or sealed with another key.
     */
    function infusionsoft_token_status(?string $account = null): array {}

    /**
     * What is known of every account that has a grant, and of the one whose infusionsoft.api_key php.ini has. Nothing is sent.
     *
     * @return list<array{account: string, kind: 'oauth2'|'api_key'|null,
     *               state: 'missing'|'valid'|'refresh_due'|'expired'|'reauthorization_required', application: ?string,
     *               expires_at: ?int, refreshed_at: ?int, generation: int, last_error: ?string, previous_key?: true}>
     *               each as infusionsoft_token_status(); in no particular order
     *
     * @throws Infusionsoft\StoreException when the store, or one of its records, is damaged, unreadable, or sealed with another key.
     */
    function infusionsoft_accounts(): array {}

    /**
     * Forgets the account's grant: nothing of it is left in the store. Keap is not told; remove the application there as well.
     *
     * @return bool whether there was one
     */
    function infusionsoft_token_forget(?string $account = null): bool {}

    /**
     * Creates a contact.
     *
     * @param array       $contact          Keap's own fields (given_name, family_name, company, addresses, …), checked by name and type before
     *                                      anything is sent. At least one of email_addresses, phone_numbers, addresses. Besides: `email` and `phone` are short
     *                                      for the first entry of email_addresses (EMAIL1) and phone_numbers (PHONE1), and custom_fields may be a map from the
     *                                      field's id, or its name, to its value. The name is the label that Keap shows, or the field_name of
     *                                      Keap's contact model; that is asked for once, and what it says is kept for an hour for all processes.
     * @param string|null $duplicate_option 'Email', 'EmailAndName' or 'EmailAndNameAndCompany': a contact that matches is updated instead of made
     *                                      twice, and a call with an e-mail address is repeated after a lost reply. Null always creates, and is sent only once.
     * @param array|null  $fields           Properties wanted in the reply; null for Keap's own choice.
     * @phpstan-param array{email?: ?string, phone?: ?string, custom_fields?: ?array<mixed>, ...} $contact Keap's own fields
     * @phpstan-param 'Email'|'EmailAndName'|'EmailAndNameAndCompany'|null $duplicate_option
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` where $fields leaves it out
     *
     * @throws \ValueError naming the unknown, missing or ill-typed field, and the nearest right one; also when Keap has no custom field, or
     *                     several, of a name.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/createContact
     */
    function infusionsoft_contact_create(array $contact, ?string $duplicate_option = null, ?array $fields = null, ?string $account = null): array {}

    /**
     * One contact by its id.
     *
     * @param array|null $fields Properties wanted in the reply; null for Keap's own choice.
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` where $fields leaves it out
     *
     * @throws Infusionsoft\ApiException with status 404 when there is none.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/getContact
     */
    function infusionsoft_contact_get(int|string $id, ?array $fields = null, ?string $account = null): array {}

    /**
     * The contact with this e-mail address, or null. Of several, the one with the lowest id; case does not matter.
     *
     * @param string $email A whole address.
     *
     * @return array{id: string, ...}|null Keap's contact
     *
     * @throws \ValueError when $email is not one whole address.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/listContacts
     */
    function infusionsoft_contact_find(string $email, ?string $account = null): ?array {}

    /**
     * Changes what is given in a contact, and nothing else.
     *
     * Keap replaces collections whole. With `email`, `phone` or a map of custom fields, of which only a part is given, the contact is read
     * first, and the rest of the collection is sent back as it was: EMAIL2 and the other custom fields stay.
     *
     * @param array      $changes As for infusionsoft_contact_create(). Null empties a field; `email`, `phone` and an entry of the map of custom
     *                            fields are taken out by it. email_addresses, phone_numbers and custom_fields in Keap's own shape replace what is there.
     * @param array|null $fields  Properties wanted in the reply; null for Keap's own choice.
     * @phpstan-param array{email?: ?string, phone?: ?string, custom_fields?: ?array<mixed>, ...} $changes Keap's own fields
     * @phpstan-param array<string>|null $fields
     *
     * @return array{id: string, ...} Keap's contact; without `id` where $fields leaves it out
     *
     * @throws \ValueError naming the unknown or ill-typed field, and the nearest right one; also when there is nothing to change.
     * @throws Infusionsoft\ApiException with status 404 when there is no such contact.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/updateContact
     */
    function infusionsoft_contact_update(int|string $id, array $changes, ?array $fields = null, ?string $account = null): array {}

    /**
     * Deletes a contact. A call that is repeated after a lost reply, and finds it gone, has done it.
     *
     * @throws Infusionsoft\ApiException with status 404 when there is none.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Contact/operation/deleteContact
     */
    function infusionsoft_contact_delete(int|string $id, ?string $account = null): void {}

    /**
     * Applies a tag to contacts. Doing it twice does no harm. Over 100 contacts go out as several calls.
     *
     * @param int|string       $tag      The tag's id.
     * @param int|string|array $contacts One contact's id, or a list of ids.
     * @phpstan-param int|string|array<int|string> $contacts
     *
     * @return array<int|string, 'SUCCESS'|'DUPLICATE'> by the contact's id; DUPLICATE: had the tag already. PHP makes int keys of numeric ids: merge
     *                                   such maps with +, not with array_merge().
     *
     * @throws Infusionsoft\ApiException with status 200 when Keap could not tag some of the contacts: ->results holds the whole map. When a
     *                                   later part fails, ->results (on any ApiException) holds what the earlier parts brought.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/applyTags
     */
    function infusionsoft_tag_apply(int|string $tag, int|string|array $contacts, ?string $account = null): array {}

    /**
     * Takes a tag off contacts; those that do not have it are left as they are. Over 100 contacts go out as several calls.
     *
     * @param int|string       $tag      The tag's id.
     * @param int|string|array $contacts One contact's id, or a list of ids.
     * @phpstan-param int|string|array<int|string> $contacts
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/removeTags
     */
    function infusionsoft_tag_remove(int|string $tag, int|string|array $contacts, ?string $account = null): void {}

    /**
     * Makes a tag. Keap refuses a name that is taken: look with infusionsoft_tag_find() first.
     *
     * @param string          $name     One line, not blank.
     * @param int|string|null $category The id of a tag category.
     *
     * @return array{id: string, name: string, ...} Keap's tag
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/createTag
     */
    function infusionsoft_tag_create(string $name, ?string $description = null, int|string|null $category = null, ?string $account = null): array {}

    /**
     * The tag of this name, or null. Case does not matter, but the very same letters go first; of several, the lowest id.
     *
     * What was found is kept for an hour for all processes of the machine, so that this costs nothing in front of each
     * infusionsoft_tag_apply(); it is forgotten when Keap does not know the tag any more.
     *
     * @return array{id: string, name: string}|null
     *
     * @see https://developer.infusionsoft.com/docs/restv2/#tag/Tags/operation/listTags
     */
    function infusionsoft_tag_find(string $name, ?string $account = null): ?array {}

    /**
     * Any operation of Keap's REST API, by its operationId: all of v2, and of v1 appointments and REST hooks, which v2 does not have.
     * docs/operations.md lists them with their parameters.
     *
     * The parameters are checked against Keap's own description before anything is sent, and told apart into path, query and body by it.
     *
     * @param string $operation  The operationId: 'listContacts'. Case counts.
     * @param array  $parameters name => value, by Keap's names; null leaves one out. Ids may be int or string, whole numbers digits in a string;
     *                           lists are lists. `body` may carry the whole body instead of its properties one by one: it must where the body is
     *                           a list, or where the body has a property of the same name as the path. Files are a path, or a CURLFile.
     *                           An update changes what its `update_mask` names; without one Keap empties collections that
     *                           are left out.
     * @phpstan-param array<string, mixed> $parameters
     *
     * @return mixed the decoded reply, null where Keap sends none; for getHtml, whose reply is HTML, a string
     *
     * @throws \ValueError naming the unknown, missing or ill-typed parameter, and the nearest right one.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_call(string $operation, array $parameters = [], ?string $account = null): mixed {}

    /**
     * The entries of a list, over all its pages, each page asked for when its first entry is wanted; one page is in memory.
     *
     *     foreach (infusionsoft_each('listContacts', ['filter' => 'city==Austin']) as $contact) { … }
     *
     * A page that cannot be had throws; valid() then asks for it again. To go on in another process, keep the
     * iterator's position(): infusionsoft_each($operation, $position + $parameters) begins at that page.
     *
     * @param string $operation  The operationId of one that lists something: 'listContacts'.
     * @param array  $parameters As for infusionsoft_call(). Without `page_size` pages are as large as Keap gives them. `page_token` (v2) or
     *                           `offset` (v1) is where to begin.
     * @phpstan-param array<string, mixed> $parameters
     *
     * @return Infusionsoft\Each 0, 1, 2, … => entry
     *
     * @throws \ValueError as infusionsoft_call(), and when the operation lists nothing; from here, not from the iterator.
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_each(string $operation, array $parameters = [], ?string $account = null): Infusionsoft\Each {}

    /**
     * Any request to Keap's REST API, with the credential, retries and errors of every other call.
     *
     * @param string     $method GET, POST, PUT, PATCH or DELETE.
     * @param string     $path   Begins with one slash, under infusionsoft.base_url: '/rest/v2/contacts'. Already encoded, without a query.
     * @param array|null $query  name => value. True and false are sent as such, null is left out, a list repeats the name.
     * @param mixed      $body   Sent as JSON; null for none.
     * @phpstan-param array<string, scalar|array<scalar>|null>|null $query
     *
     * @return mixed the decoded reply; integers too big for PHP are strings; null where Keap sends no body
     *
     * @see https://developer.infusionsoft.com/docs/restv2/
     */
    function infusionsoft_request(string $method, string $path, ?array $query = null, mixed $body = null, ?string $account = null): mixed {}

    /**
     * Many calls at once, over one HTTP/2 connection (at most six connections where the server has HTTP/1.1 only).
     *
     *     $calls = (function () use ($rows) {
     *         foreach ($rows as $key => $row) {
     *             yield $key => fn () => infusionsoft_contact_create($row, 'Email');
     *         }
     *     })();
     *     foreach (infusionsoft_batch($calls) as $key => $result) {
     *         // $result is the contact, or the Infusionsoft\Exception that the call threw
     *     }
     *
     * A call is a callable without arguments; each runs in a Fiber of its own, and whatever functions of this extension it calls
     * let the others go on while they wait, with their retries, refreshes and errors as ever. Calls that it makes one after the
     * other (create, then tag) stay in that order. Other things that take time (sleep(), a database) hold up all. A call must not
     * suspend its fiber; in a Fiber that it makes itself, calls block. A batch in a call of a batch runs, and holds up the outer one.
     *
     * Nothing begins before the first result is asked for, and nothing moves while no result is being asked for: what is under way
     * then has more time. $calls is read as there is room: never more than 2 × $in_flight calls ahead of the result at hand. A
     * batch that is let go of early abandons what is under way (Keap may have acted on it) and leaves nothing behind. It runs once.
     *
     * When a connection breaks, all calls on it that are not safe to repeat (creating without $duplicate_option) end in a TransportException
     * with ->maySent: with $duplicate_option they are repeated by themselves.
     *
     * @param array|\Traversable $calls   key => callable(): mixed. The keys are those of the results.
     * @param callable|null $progress  function (int $done, int $failed, int $inFlight, ?float $secondsLeft): void, called after each
     *                                 call that has ended. $done counts the failed ones too; $secondsLeft is null where $calls is neither
     *                                 an array nor Countable. What it throws ends the batch.
     * @param bool          $ordered   True: results in the order of $calls. False: as they come, so that a slow one holds up none.
     * @param int           $in_flight Calls that are under way at the same time, 1 to 256.
     * @phpstan-template TKey
     * @phpstan-template TValue
     * @phpstan-param iterable<TKey, callable(): TValue> $calls
     * @phpstan-param (callable(int, int, int, ?float): void)|null $progress
     *
     * @return \Iterator<mixed, mixed> key => what the call returned, or the \Throwable that it threw
     * @phpstan-return \Iterator<TKey, TValue|\Throwable>
     *
     * @throws \ValueError when $in_flight is out of range.
     * @throws \TypeError  from the iterator, after the results of the calls before it, when an entry of $calls is not callable. What
     *                     $calls itself throws comes likewise.
     */
    function infusionsoft_batch(iterable $calls, ?callable $progress = null, bool $ordered = true, int $in_flight = 32): \Iterator {}

    /**
     * For tests of applications: from now on, until the end of this request of PHP, replies come from here instead of from Keap.
     *
     * Nothing is sent, the store is neither needed nor touched, and every account has a grant. Calls are checked as ever, before they
     * reach the fake: what would be a \ValueError in production is one in the test. Retries are not made.
     *
     *     infusionsoft_fake([]);                                             // everything goes well
     *     infusionsoft_fake(['createContact' => ['id' => '7'], 'applyTags' => 503]);
     *     infusionsoft_fake(['listContacts' => [429, ['contacts' => []]]]);  // a list is a sequence: one reply after the other
     *     infusionsoft_fake(fn (array $request) => …);                       // or a reply for each request
     *     infusionsoft_fake(null);                                           // calls go to Keap again
     *
     * Operations have the ids of docs/operations.md; the page that is linked at each function names its own. A reply is an array or object
     * (the JSON of a 200), a string (the body of a 200 as it is), an int (this status without a body), null (204), `['status' => 400,
     * 'body' => […], 'retry_after' => 7]` (the latter two may be left out), `['fault' => 'not_sent']` or 'no_reply' or 'cut' (a
     * TransportException), a \Throwable (is thrown), or a closure that is given the request and returns one of these.
     *
     * Where nothing is said of an operation, all goes well: what is written comes back with an id, one that is read has the id it was
     * asked for by, lists are empty, every contact gets the tag.
     *
     * @param array|callable|null $responses Replies by operation, by "METHOD /path" (which goes first), or by "*" for all others; a list of
     *                                       replies for all calls; or a function (array $request): mixed, with the request as
     *                                       infusionsoft_recorded() has it. A sequence that is used up is an \Error.
     *
     * @throws \ValueError when a key is no operation.
     * @phpstan-param array<mixed>|(callable(array{operation: ?string, method: string, path: string, query: array<string|list<string>>, body: mixed, account: string}): mixed)|null $responses
     */
    function infusionsoft_fake(array|callable|null $responses): void {}

    /**
     * The requests since infusionsoft_fake(), in their order, as Keap would have got them.
     *
     * @return list<array{operation: ?string, method: string, path: string, query: array<string|list<string>>, body: mixed, account: string}> `operation` is null
     *         where a path is no operation's; values of `query` are strings, or lists of them; `body` is decoded JSON, null for none, and
     *         for uploads the bytes
     */
    function infusionsoft_recorded(): array {}

    /**
     * What Keap's replies said last of the limits of this account's credential. Nothing is sent.
     *
     * An OAuth application has one set of limits for all its accounts, a key its own; all processes of the machine see the same. The `day` and
     * the `minute` are the credential's, `tenant_minute` and `tenant_day` those of the whole Keap application, whoever calls.
     *
     * What Keap has not said is null, all of it before the first reply. `resets_at` is what Keap said, else the next 00:00 UTC of a day and
     * the next full minute of a minute: it is always ahead. Of a window that has run out since it was seen, `available` is `limit` and
     * `used` 0, though others may have called meanwhile. A figure over 4,294,967,294 reads as that.
     *
     *     ['available' => $left, 'resets_at' => $reset] = infusionsoft_limits()['day'];
     *
     * @return array{day: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               minute: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               tenant_minute: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               tenant_day: array{limit: ?int, available: ?int, used: ?int, resets_at: ?int},
     *               seen_at: ?int} times in Unix seconds; seen_at: of the last reply that said anything
     *
     * @throws Infusionsoft\StoreException when the store is damaged, unreadable, or sealed with another key.
     */
    function infusionsoft_limits(?string $account = null): array {}

    /**
     * What was done since the store was made, by all processes that use it: sums of all accounts. Without a store, by this process, the one
     * that it was forked from (PHP-FPM's master) and the others that were.
     *
     * `calls`: what went to Keap or would have, with good arguments; one over several parts (infusionsoft_tag_apply()) is several. `failures`: those
     * that ended in an exception, by its class; 'abandoned' are those that their script did not wait for. `retries`: tries after
     * the first. `refreshes`: new tokens for a refresh token, `refresh_failures`: exchanges that brought none. `rate_limited`: Keap's 429s.
     * `waits` and `waited_ms`: for a turn under Keap's limits, in a batch too, and between tries. `latency_ms`: of tries that got a reply,
     * estimates (null without any) and how many took up to so many milliseconds, and more than the bound before.
     *
     *     echo infusionsoft_stats()['latency_ms']['p95'];
     *
     * @return array{since: ?int, calls: int, retries: int, refreshes: int, refresh_failures: int, rate_limited: int, waits: int,
     *               waited_ms: int, failures: array{abandoned: int, configuration: int, store: int, authorization: int, transport: int,
     *               api: int, rate_limit: int}, latency_ms: array{p50: ?float, p95: ?float, p99: ?float,
     *               histogram: array<int|'more', int>}} since: Unix seconds of the first that was counted
     */
    function infusionsoft_stats(): array {}

    /**
     * Gives an entry of each call to a logger, once the call has ended, and of each refresh that this process made. Until the request ends; null
     * ends it now. Any callable of PSR-3's shape does:
     *
     *     infusionsoft_logger(Log::log(...));          // Laravel
     *     infusionsoft_logger([$psrLogger, 'log']);
     *
     * | level | entry |
     * | --- | --- |
     * | debug | a call that went well at once |
     * | notice | one that went well after several tries, or a second or more of waiting (for its turn in a batch excepted) |
     * | warning | RateLimitException; ApiException with a status of 4xx; a refresh that failed and will be tried again |
     * | error | any other exception |
     * | info | a refresh |
     * | critical | a refresh that showed that a person must authorize again |
     *
     * The context of a call: account, method, path, status (?int: of the last reply), tries, waited_ms (for its turn, and between tries), duration_ms (all of it),
     * and where it failed error (the exception's class) and may_have_acted (where that is TransportException: its ->maySent). Of a refresh:
     * account, and the latter two. The message of what failed is the exception's. Never a body, a query, a token or a key.
     *
     * What the logger throws does not change how the call ended: it becomes a warning of PHP's, past any error handler. While the logger is at work, calls are
     * not logged, and it cannot suspend a Fiber. Calls that are abandoned are not logged,
     * nor is the keep-alive at the request's end, nor what a function makes of good replies (contacts that infusionsoft_tag_apply() could not tag).
     *
     * @param callable|null $logger function (string $level, string $message, array $context): void
     * @phpstan-param (callable(string, string, array<string, mixed>): void)|null $logger
     */
    function infusionsoft_logger(?callable $logger): void {}
}

namespace Infusionsoft {
    /**
     * What infusionsoft_batch() returns.
     *
     * @implements \Iterator<mixed, mixed>
     * @strict-properties
     * @not-serializable
     */
    final class Batch implements \Iterator
    {
        private function __construct() {}

        public function current(): mixed {}

        public function key(): mixed {}

        public function next(): void {}

        public function valid(): bool {}

        public function rewind(): void {}
    }

    /**
     * What infusionsoft_each() returns.
     *
     * @implements \Iterator<int, mixed>
     *
     * @strict-properties
     * @not-serializable
     */
    final class Each implements \Iterator
    {
        private function __construct() {}

        public function current(): mixed {}

        public function key(): ?int {}

        public function next(): void {}

        public function valid(): bool {}

        public function rewind(): void {}

        /**
         * The parameters that begin at the page of the present entry; none on the first page. Nothing is sent.
         *
         * @return array{page_token?: string, offset?: int}
         */
        public function position(): array {}
    }

    /** Everything this extension throws, other than \ValueError and \TypeError for wrong arguments. */
    class Exception extends \RuntimeException {}

    /** A php.ini setting is missing or wrong. */
    final class ConfigurationException extends Exception {}

    /** The token store cannot be used: missing, unreadable, damaged, or sealed with another key. */
    final class StoreException extends Exception {}

    /** A person must authorize (again). */
    final class AuthorizationException extends Exception {}

    /** No usable reply came. */
    final class TransportException extends Exception
    {
        /** Whether Keap may have acted on the request. */
        public readonly bool $maySent;
    }

    /** Keap answered, and refused. */
    class ApiException extends Exception
    {
        /** The HTTP status. */
        public readonly int $status;

        /** The gateway fault's errorcode, else the envelope's status, else null. */
        public readonly ?string $errorCode;

        /**
         * The envelope's details: list of arrays with `domain` and `resource`.
         *
         * @phpstan-var array<mixed>
         */
        public readonly array $details;

        /** The reply's body as it came. */
        public readonly string $body;

        /**
         * infusionsoft_tag_apply(): contact id => outcome, as far as it is known.
         *
         * @phpstan-var array<int|string, string>
         */
        public readonly array $results;
    }

    /**
     * Keap's limits leave no room within infusionsoft.max_wait_ms: Keap said so (429), or the call's turn, among those of all processes
     * of the machine, is too far away. Then nothing was sent, the status is 429 all the same, and the body is empty.
     *
     * @see https://developer.infusionsoft.com/faqs/how-does-throttling-work/
     */
    final class RateLimitException extends ApiException
    {
        /** Seconds after which to try again. */
        public readonly int $retryAfter;
    }
}
