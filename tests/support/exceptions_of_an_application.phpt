--TEST--
An exception that an application creates has no uninitialized property
--FILE--
<?php
class OfTheApplication extends Infusionsoft\ApiException
{
    public function __construct(public readonly string $why)
    {
    }
}
$names = ['maySent', 'status', 'errorCode', 'details', 'body', 'results', 'requestId', 'retryAfter'];
$show = function (Throwable $error) use ($names): void {
    $known = array_filter($names, fn ($name) => property_exists($error, $name));
    echo $error::class, ' ', json_encode(array_combine($known, array_map(fn ($name) => $error->$name, $known))), "\n";
};
foreach (['Exception', 'ConfigurationException', 'StoreException', 'AuthorizationException', 'TransportException', 'ApiException', 'RateLimitException'] as $name) {
    $class = "Infusionsoft\\$name";
    $show(new $class('x', 7));
}
$show(new OfTheApplication('no parent constructor'));
$show((new ReflectionClass('Infusionsoft\ApiException'))->newInstanceWithoutConstructor());

// A queue may serialize it: its values come back.
infusionsoft_fake(['getContact' => ['status' => 409, 'body' => ['message' => 'no', 'status' => 'TAKEN'], 'headers' => ['X-Request-Id' => 'r-1']]]);
try {
    infusionsoft_contact_get(7);
} catch (Infusionsoft\ApiException $error) {
    $show(unserialize(serialize($error)));
}
try {
    $error->status = 1;
} catch (Error $refused) {
    echo $refused->getMessage(), "\n";
}
?>
--EXPECT--
Infusionsoft\Exception {"maySent":false}
Infusionsoft\ConfigurationException {"maySent":false}
Infusionsoft\StoreException {"maySent":false}
Infusionsoft\AuthorizationException {"maySent":false}
Infusionsoft\TransportException {"maySent":false}
Infusionsoft\ApiException {"maySent":false,"status":0,"errorCode":null,"details":[],"body":"","results":[],"requestId":null}
Infusionsoft\RateLimitException {"maySent":false,"status":0,"errorCode":null,"details":[],"body":"","results":[],"requestId":null,"retryAfter":0}
OfTheApplication {"maySent":false,"status":0,"errorCode":null,"details":[],"body":"","results":[],"requestId":null}
Infusionsoft\ApiException {"maySent":false,"status":0,"errorCode":null,"details":[],"body":"","results":[],"requestId":null}
Infusionsoft\ApiException {"maySent":false,"status":409,"errorCode":"TAKEN","details":[],"body":"{\"message\":\"no\",\"status\":\"TAKEN\"}","results":[],"requestId":"r-1"}
Cannot modify readonly property Infusionsoft\ApiException::$status
