// The neighbour: an echo bot that stores nothing. With RUNNER=1 it handles updates side by side, each chat in order.
import { Bot } from "grammy";
import { run, sequentialize } from "@grammyjs/runner";

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.API_ROOT } });
const isConcurrent = process.env.RUNNER === "1";
if (isConcurrent) bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
bot.on("message:text", (ctx) => ctx.reply(ctx.message.text));
bot.catch((failure) => console.error(failure.message));
if (isConcurrent) run(bot);
else bot.start();
