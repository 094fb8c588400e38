--TEST--
infusionsoft_configure() is refused in a batch and in the logger, where a call has borrowed the settings
--INI--
infusionsoft.retries=3
infusionsoft.configure=1
--FILE--
<?php
infusionsoft_fake(['*' => ['id' => '7']]);
$configure = function (): string {
    try {
        infusionsoft_configure(['retries' => 1]);
        return 'configured';
    } catch (Infusionsoft\ConfigurationException $error) {
        return $error->getMessage();
    }
};
foreach (infusionsoft_batch([$configure]) as $result) {
    echo $result, "\n";
}
infusionsoft_logger(function () use ($configure) {
    echo $configure(), "\n";
});
infusionsoft_contact_get(7);
echo ini_get('infusionsoft.retries'), "\n";
infusionsoft_logger(null);
echo $configure(), "\n";
?>
--EXPECT--
infusionsoft_configure() cannot be called while a call runs: not in a batch, in the logger, or in the handler of a signal. Call it when your application starts
infusionsoft_configure() cannot be called while a call runs: not in a batch, in the logger, or in the handler of a signal. Call it when your application starts
3
configured
