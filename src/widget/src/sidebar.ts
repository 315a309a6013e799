import './elements/sidebar-page.js';
