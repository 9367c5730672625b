<?php
namespace ReceiptPrintHq\EscposTools\Parser\Command;

use ReceiptPrintHq\EscposTools\Parser\Command\CommandOneArg;
use ReceiptPrintHq\EscposTools\Parser\Command\LineBreak;

class PrintAndReverseFeedLinesCmd extends CommandOneArg implements LineBreak
{

}
