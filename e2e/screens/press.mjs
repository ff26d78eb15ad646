/**
 * Presses the first button whose words match, one after the other, each as soon as it is there. Words made longer by
 * doubled vowels (e2e/accessibility/stretch.ts) count as the same.
 */
export const pressWords =
  (...patterns) =>
  async (page) => {
    for (const pattern of patterns) {
      const button = await page.waitForFunction(
        (source) => {
          const single = (text) => text.replace(/([aeiouyéèàâêîôû])\1+/gi, '$1');
          return [...document.querySelectorAll('button')].find((one) =>
            new RegExp(single(source)).test(single(one.ariaLabel ?? one.innerText)),
          );
        },
        {},
        pattern.source,
      );
      await button.click();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
