<?php
// Reads ESC/POS from standard input with escpos-tools: a line of JSON for each thing it found.
const TOP = __DIR__ . '/escpos-tools/src/';

spl_autoload_register(function ($class) {
    $file = TOP . str_replace('\\', '/', substr($class, strlen('ReceiptPrintHq\\EscposTools\\'))) . '.php';
    if (is_file($file)) {
        require $file;
    }
});

use ReceiptPrintHq\EscposTools\Parser\Command\Code2DDataCmd;
use ReceiptPrintHq\EscposTools\Parser\Command\ImageContainer;
use ReceiptPrintHq\EscposTools\Parser\Command\LineBreak;
use ReceiptPrintHq\EscposTools\Parser\Command\Printout;
use ReceiptPrintHq\EscposTools\Parser\Command\TextContainer;
use ReceiptPrintHq\EscposTools\Parser\Context\ParserContext;

// escpos-tools reports what it does not know; PHP 8 would stop at how it does that.
set_error_handler(fn () => true);
// Commands that switch the printer's Chinese characters on and tell them apart take no argument.
Printout::$tree["\x1C"]['&'] = 'CancelKanjiCharacterMode';

$printout = new Printout(new class implements ParserContext {
    public function getProfile()
    {
        return null;
    }
});
foreach (str_split(stream_get_contents(STDIN)) as $byte) {
    $printout->addChar($byte);
}
foreach ($printout->commands as $command) {
    if ($command instanceof TextContainer) {
        echo json_encode(['text' => $command->getText()]), "\n";
    } elseif ($command instanceof LineBreak) {
        echo json_encode(['break' => true]), "\n";
    } elseif ($command instanceof ImageContainer) {
        echo json_encode([
            'width' => $command->getWidth(),
            'height' => $command->getHeight(),
            'pbm' => base64_encode($command->asPbm()),
        ]), "\n";
    } else {
        echo json_encode(['command' => basename(str_replace('\\', '/', get_class($command)))]), "\n";
    }
}
