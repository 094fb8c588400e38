--TEST--
Calls to a fake are logged like other calls, and are not counted in the statistics
--INI--
infusionsoft.fake=
infusionsoft.account=default
infusionsoft.store_path=/nowhere
--FILE--
<?php
infusionsoft_logger(function (string $level, string $message, array $context): void {
    unset($context['duration_ms']);
    echo "$level: ", preg_replace('/in \d+ ms/', 'in … ms', $message), ' ', json_encode($context, JSON_UNESCAPED_SLASHES), "\n";
});
infusionsoft_fake(['deleteContact' => 404, 'getContact' => ['fault' => 'no_reply'], 'listContacts' => fn () => throw new DomainException('mine')]);
infusionsoft_tag_apply(91, 7);
foreach ([fn () => infusionsoft_contact_delete(7), fn () => infusionsoft_contact_get(7), fn () => infusionsoft_contact_find('a@b')] as $call) {
    try {
        $call();
    } catch (Exception $error) {
        echo $error::class, "\n";
    }
}
var_dump(infusionsoft_stats()['calls'], infusionsoft_stats()['failures']['api'], infusionsoft_limits()['seen_at']);
?>
--EXPECT--
debug: POST /rest/v2/tags/91/contacts:applyTags: 200 in … ms {"account":"default","method":"POST","path":"/rest/v2/tags/91/contacts:applyTags","status":200,"tries":1,"waited_ms":0}
warning: Keap answered 404 to DELETE /rest/v2/contacts/7 {"account":"default","method":"DELETE","path":"/rest/v2/contacts/7","status":404,"tries":1,"waited_ms":0,"error":"Infusionsoft\\ApiException","may_have_acted":false}
Infusionsoft\ApiException
error: GET /rest/v2/contacts/7 was sent and got no reply: simulated by infusionsoft_fake() {"account":"default","method":"GET","path":"/rest/v2/contacts/7","status":null,"tries":1,"waited_ms":0,"error":"Infusionsoft\\TransportException","may_have_acted":false}
Infusionsoft\TransportException
DomainException
int(0)
int(0)
NULL
