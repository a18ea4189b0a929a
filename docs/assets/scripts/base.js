/* Before anything is painted: styles for readers with JavaScript hold from here on. */
document.documentElement.classList.replace('no-js', 'js')
